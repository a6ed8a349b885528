using System.Numerics;

namespace Reckon.Grading.Expressions;

/// <summary>What powers are taken of in a monomial. Atoms with one key are the same.</summary>
internal abstract record Atom(string Key)
{
    /// <summary>Whether polynomials in atoms of this kind have one form each, so that different forms are different values.</summary>
    public virtual bool IsIndependent => true;

    /// <summary>Whether it holds a variable.</summary>
    public virtual bool IsVariable => false;

    /// <inheritdoc/>
    public virtual bool Equals(Atom? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>A variable.</summary>
    public sealed record Symbol(string Name) : Atom(Name)
    {
        /// <inheritdoc/>
        public override bool IsVariable => true;
    }

    /// <summary>π, e or infinity.</summary>
    public sealed record Constant(string Name, double Value) : Atom(Name);

    /// <summary>The imaginary unit.</summary>
    public sealed record Imaginary() : Atom("i");

    /// <summary>A prime, under a fractional exponent: products of roots of different primes are independent over the rationals.</summary>
    public sealed record Prime(BigInteger Value) : Atom($"p{Value}");

    /// <summary>A sum under a fractional exponent.</summary>
    public sealed record Sum(Expression Base) : Atom($"({Base.Key})")
    {
        /// <inheritdoc/>
        public override bool IsIndependent => false; // The root of x² - 1 is a product of two.

        /// <inheritdoc/>
        public override bool IsVariable => Base.HasVariables;
    }

    /// <summary>A base under an exponent that is not a number.</summary>
    public sealed record Exponential(Expression Base, Monomial Exponent) : Atom($"[{Base.Key}]^[{Exponent.Key}]")
    {
        /// <inheritdoc/>
        public override bool IsIndependent => false;

        /// <inheritdoc/>
        public override bool IsVariable => Base.HasVariables || Exponent.HasVariables;
    }

    /// <summary>A function of arguments.</summary>
    public sealed record Function(string Name, IReadOnlyList<Expression> Arguments)
        : Atom($"{Name}({string.Join(';', Arguments.Select(argument => argument.Key))})")
    {
        /// <inheritdoc/>
        public override bool IsIndependent => IsUnknown && Arguments.All(argument => argument.IsIndependent);

        /// <inheritdoc/>
        public override bool IsVariable => IsUnknown || Arguments.Any(argument => argument.HasVariables);

        /// <summary>Whether it is a letter for some function, its derivative or its inverse, so that its value is not known.</summary>
        public bool IsUnknown => Name is ['f' or 'g' or 'h'] or ['f' or 'g' or 'h', '\'' or '^', ..];

        /// <inheritdoc/>
        public bool Equals(Function? other) => base.Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => base.GetHashCode();
    }
}
