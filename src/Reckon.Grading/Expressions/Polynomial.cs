using System.Text;

namespace Reckon.Grading.Expressions;

/// <summary>A sum of terms with different monomials, the greatest first. Exponents may be negative.</summary>
internal sealed class Polynomial
{
    private string? _key;

    private Polynomial(Term[] terms) => Terms = terms;

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = new([new Term(Rational.One, Monomial.One)]);

    public Term[] Terms { get; }

    public bool IsZero => Terms.Length == 0;

    /// <summary>Whether it is a rational number.</summary>
    public bool IsConstant => Terms.Length == 0 || (Terms.Length == 1 && Terms[0].Monomial.Powers.Length == 0);

    /// <summary>The room that its largest coefficient takes.</summary>
    public long Bits
    {
        get
        {
            long most = 0;
            foreach (var term in Terms)
            {
                most = Math.Max(most, term.Coefficient.Bits);
            }

            return most;
        }
    }

    /// <summary>Its one spelling.</summary>
    public string Key => _key ??= Spell();

    /// <summary>The rational number that it is, if it is one.</summary>
    public Rational Constant => Terms.Length == 0 ? Rational.Zero : Terms[0].Coefficient;

    public static Polynomial Of(Rational value) => value.IsZero ? Zero : new([new Term(value, Monomial.One)]);

    public static Polynomial Of(Term term) => term.Coefficient.IsZero ? Zero : new([term]);

    /// <summary>The sum of any terms.</summary>
    public static Polynomial Sum(IReadOnlyList<Term> terms)
    {
        if (terms.Count <= 1)
        {
            return terms.Count == 0 ? Zero : Of(terms[0]);
        }

        var sorted = terms.ToArray();
        Array.Sort(sorted, static (left, right) => right.Monomial.CompareTo(left.Monomial));
        var count = 0;
        for (var index = 0; index < sorted.Length; index++)
        {
            var sum = sorted[index];
            while (index + 1 < sorted.Length && sorted[index + 1].Monomial.CompareTo(sum.Monomial) == 0)
            {
                sum = sum with { Coefficient = sum.Coefficient + sorted[++index].Coefficient };
            }

            if (!sum.Coefficient.IsZero)
            {
                sorted[count++] = sum;
            }
        }

        return count == sorted.Length ? new Polynomial(sorted) : new Polynomial(sorted[..count]);
    }

    /// <summary>The sum of both, in one pass: each is in order already.</summary>
    public Polynomial Plus(Polynomial other)
    {
        if (IsZero || other.IsZero)
        {
            return IsZero ? other : this;
        }

        var sum = new Term[Terms.Length + other.Terms.Length];
        int left = 0, right = 0, count = 0;
        while (left < Terms.Length || right < other.Terms.Length)
        {
            var order = left == Terms.Length ? -1
                : right == other.Terms.Length ? 1
                : Terms[left].Monomial.CompareTo(other.Terms[right].Monomial);
            var term = order < 0 ? other.Terms[right++] : Terms[left++];
            term = order == 0 ? term with { Coefficient = term.Coefficient + other.Terms[right++].Coefficient } : term;
            if (!term.Coefficient.IsZero)
            {
                sum[count++] = term;
            }
        }

        return count == sum.Length ? new Polynomial(sum) : new Polynomial(sum[..count]);
    }

    /// <summary>Every term times a factor, whose exponents are added and not reduced. That keeps their order.</summary>
    public Polynomial Times(Term factor) => new(Array.ConvertAll(
        Terms, term => new Term(term.Coefficient * factor.Coefficient, term.Monomial.Times(factor.Monomial))));

    public Polynomial Scaled(Rational factor) => factor.IsOne
        ? this
        : factor.IsZero ? Zero : new(Array.ConvertAll(Terms, term => term with { Coefficient = term.Coefficient * factor }));

    private string Spell()
    {
        if (IsConstant)
        {
            return Constant.ToString();
        }

        var text = new StringBuilder();
        foreach (var (coefficient, monomial) in Terms)
        {
            text.Append(text.Length > 0 && coefficient.Sign > 0 ? "+" : "");
            text.Append(monomial.Powers.Length == 0 ? coefficient.ToString() : coefficient.IsOne ? "" : coefficient == Rational.MinusOne ? "-" : $"{coefficient}*");
            text.Append(monomial.Key);
        }

        return text.ToString();
    }
}
