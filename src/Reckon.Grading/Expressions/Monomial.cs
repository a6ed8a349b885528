using System.Text;

namespace Reckon.Grading.Expressions;

/// <summary>A product of powers of different atoms, in the order of their keys. Exponents are any rational numbers but zero.</summary>
internal sealed class Monomial(Power[] powers) : IComparable<Monomial>
{
    private string? _key;

    /// <summary>The empty product.</summary>
    public static Monomial One { get; } = new([]);

    /// <summary>Its factors.</summary>
    public Power[] Powers { get; } = powers;

    /// <summary>Its one spelling.</summary>
    public string Key => _key ??= Spell();

    public bool HasVariables => Array.Exists(Powers, power => power.Atom.IsVariable);

    public bool IsIndependent => Array.TrueForAll(Powers, power => power.Atom.IsIndependent);

    /// <summary>The exponent of an atom; zero where it does not occur.</summary>
    public Rational ExponentOf(Atom atom)
    {
        foreach (var power in Powers)
        {
            if (power.Atom.Key == atom.Key)
            {
                return power.Exponent;
            }
        }

        return Rational.Zero;
    }

    /// <summary>Without an atom.</summary>
    public Monomial Without(Atom atom) => new(Array.FindAll(Powers, power => power.Atom.Key != atom.Key));

    /// <summary>The product, its exponents added and not reduced.</summary>
    public Monomial Times(Monomial other)
    {
        if (Powers.Length == 0 || other.Powers.Length == 0)
        {
            return Powers.Length == 0 ? other : this;
        }

        var result = new List<Power>(Powers.Length + other.Powers.Length);
        int left = 0, right = 0;
        while (left < Powers.Length || right < other.Powers.Length)
        {
            var order = Order(left, other, right);
            if (order == 0)
            {
                var exponent = Powers[left].Exponent + other.Powers[right].Exponent;
                if (!exponent.IsZero)
                {
                    result.Add(new Power(Powers[left].Atom, exponent));
                }

                (left, right) = (left + 1, right + 1);
            }
            else
            {
                result.Add(order < 0 ? Powers[left++] : other.Powers[right++]);
            }
        }

        return new Monomial([.. result]);
    }

    /// <summary>The lesser power of every atom; what does not occur has the exponent zero.</summary>
    public Monomial Least(Monomial other) => Extreme(other, -1);

    /// <summary>The greater power of every atom; what does not occur has the exponent zero.</summary>
    public Monomial Greatest(Monomial other) => Extreme(other, 1);

    private Monomial Extreme(Monomial other, int sign)
    {
        var result = new List<Power>(Powers.Length + other.Powers.Length);
        int left = 0, right = 0;
        while (left < Powers.Length || right < other.Powers.Length)
        {
            var order = Order(left, other, right);
            var power = order <= 0 ? Powers[left++] : other.Powers[right++];
            var its = order == 0 ? other.Powers[right++].Exponent : Rational.Zero;
            power = its.CompareTo(power.Exponent) * sign > 0 ? power with { Exponent = its } : power;
            if (!power.Exponent.IsZero)
            {
                result.Add(power);
            }
        }

        return new Monomial([.. result]);
    }

    /// <summary>The product's inverse.</summary>
    public Monomial Inverse() => new(Array.ConvertAll(Powers, power => power with { Exponent = -power.Exponent }));

    /// <summary>Lexicographic: by the exponent of the first atom in which they differ.</summary>
    public int CompareTo(Monomial? other)
    {
        for (var index = 0; other is not null && (index < Powers.Length || index < other.Powers.Length); index++)
        {
            if (index == Powers.Length || index == other.Powers.Length)
            {
                return index == Powers.Length ? -other.Powers[index].Exponent.Sign : Powers[index].Exponent.Sign;
            }

            var (mine, its) = (Powers[index], other.Powers[index]);
            var atoms = string.CompareOrdinal(mine.Atom.Key, its.Atom.Key);
            var order = atoms < 0 ? mine.Exponent.Sign : atoms > 0 ? -its.Exponent.Sign : mine.Exponent.CompareTo(its.Exponent);
            if (order != 0)
            {
                return order;
            }
        }

        return other is null ? 1 : 0;
    }

    // Which factor comes first, this one's or the other's; one that is missing comes last.
    private int Order(int index, Monomial other, int itsIndex) => index == Powers.Length ? 1
        : itsIndex == other.Powers.Length ? -1
        : string.CompareOrdinal(Powers[index].Atom.Key, other.Powers[itsIndex].Atom.Key);

    private string Spell()
    {
        var text = new StringBuilder();
        foreach (var power in Powers)
        {
            text.Append(text.Length == 0 ? "" : "*").Append(power.Atom.Key);
            if (!power.Exponent.IsOne)
            {
                text.Append('^').Append(power.Exponent);
            }
        }

        return text.ToString();
    }
}
