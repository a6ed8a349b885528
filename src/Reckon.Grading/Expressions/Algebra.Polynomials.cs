using System.Runtime.InteropServices;

namespace Reckon.Grading.Expressions;

internal sealed partial class Algebra
{
    private Polynomial Add(Polynomial left, Polynomial right)
    {
        if (left.IsZero || right.IsZero)
        {
            return left.IsZero ? right : left;
        }

        return Effort.Spend(left.Terms.Length + right.Terms.Length) ? BoundedSum(left, right) : Polynomial.Zero;
    }

    private Polynomial Multiply(Polynomial left, Polynomial right)
    {
        if (left.IsConstant || right.IsConstant)
        {
            var (constant, other) = left.IsConstant ? (left.Constant, right) : (right.Constant, left);
            return Effort.Spend(other.Terms.Length * (1 + (constant.Bits / 256))) ? other.Scaled(constant) : Polynomial.Zero;
        }

        if (!Effort.Spend(left.Terms.Length * right.Terms.Length * (3 + ((left.Bits + right.Bits) / 256))))
        {
            return Polynomial.Zero;
        }

        var rows = Array.ConvertAll(left.Terms, right.Times);
        if (!Array.Exists(rows, row => Array.Exists(row.Terms, IsReducible)))
        {
            return Charged(rows) ? Bounded(Sum(rows)) : Polynomial.Zero;
        }

        var terms = new List<Term>(left.Terms.Length * right.Terms.Length);
        foreach (var row in rows)
        {
            foreach (var term in row.Terms)
            {
                AddReduced(terms, term);
            }
        }

        return BoundedSum(terms);
    }

    // The sum of polynomials, by halves: each term is looked at log₂ n times, not n times.
    private static Polynomial Sum(ReadOnlySpan<Polynomial> values) => values.Length == 1
        ? values[0]
        : Sum(values[..(values.Length / 2)]).Plus(Sum(values[(values.Length / 2)..]));

    private Polynomial BoundedSum(Polynomial left, Polynomial right) =>
        Charged(left, right) ? Bounded(left.Plus(right)) : Polynomial.Zero;

    private Polynomial BoundedSum(List<Term> terms) =>
        Effort.Spend(Letters(CollectionsMarshal.AsSpan(terms)) / 64) ? Bounded(Polynomial.Sum(terms)) : Polynomial.Zero;

    // Adding compares keys, so long keys cost steps.
    private bool Charged(params ReadOnlySpan<Polynomial> values)
    {
        long letters = 0;
        foreach (var value in values)
        {
            letters += Letters(value.Terms);
        }

        return Effort.Spend(letters / 64);
    }

    private static long Letters(ReadOnlySpan<Term> terms)
    {
        long letters = 0;
        foreach (var term in terms)
        {
            foreach (var power in term.Monomial.Powers)
            {
                letters += power.Atom.Key.Length;
            }
        }

        return letters;
    }

    private Polynomial Bounded(Polynomial sum)
    {
        if (sum.Terms.Length <= SizeLimits.Terms && Array.TrueForAll(sum.Terms, term => term.Coefficient.Bits <= SizeLimits.Bits))
        {
            return sum;
        }

        Effort.Spend(int.MaxValue);
        return Polynomial.Zero;
    }

    private Polynomial Reduced(Term term)
    {
        var terms = new List<Term>(1);
        AddReduced(terms, term);
        return BoundedSum(terms);
    }

    // Adds a product whose exponents may be outside of their normal range, in normal form.
    private void AddReduced(List<Term> terms, Term product)
    {
        var index = Array.FindIndex(product.Monomial.Powers, IsReducible);
        if (index < 0)
        {
            terms.Add(product);
            return;
        }

        var (atom, exponent) = product.Monomial.Powers[index];
        var rest = product.Monomial.Without(atom);
        var whole = atom is Atom.Imaginary ? exponent : exponent.Floor;
        if (whole.Abs > SizeLimits.Bits)
        {
            Effort.Spend(int.MaxValue);
            return;
        }

        var count = (int)whole.Numerator;
        switch (atom)
        {
            case Atom.Imaginary:
                var quarter = ((count % 4) + 4) % 4;
                AddReduced(terms, new Term(
                    quarter >= 2 ? -product.Coefficient : product.Coefficient,
                    rest.Times(One(atom, quarter % 2))));
                break;
            case Atom.Prime prime:
                if (Effort.Spend(1 + (Math.Abs(count) * prime.Value.GetBitLength() / 64)))
                {
                    var factor = ((Rational)prime.Value).Power(count);
                    AddReduced(terms, new Term(product.Coefficient * factor, rest.Times(One(atom, exponent - whole))));
                }

                break;
            case Atom.Sum sum:
                AddProduct(terms, product.Coefficient, rest.Times(One(atom, exponent - whole)), Power(sum.Base.Numerator, count));
                break;
            case Atom.Function sine:
                var square = Polynomial.Sum(
                    [new Term(Rational.One, Monomial.One), new Term(Rational.MinusOne, One(new Atom.Function("cos", sine.Arguments), 2))]);
                AddProduct(terms, product.Coefficient, rest.Times(One(atom, exponent - (2 * (count / 2)))), Power(square, count / 2));
                break;
        }
    }

    private void AddProduct(List<Term> terms, Rational coefficient, Monomial monomial, Polynomial factor)
    {
        if (!Effort.Spend(factor.Terms.Length * 2))
        {
            return;
        }

        foreach (var term in factor.Terms)
        {
            AddReduced(terms, new Term(coefficient * term.Coefficient, monomial.Times(term.Monomial)));
        }
    }

    private static Monomial One(Atom atom, Rational exponent) => exponent.IsZero ? Monomial.One : new Monomial([new Power(atom, exponent)]);

    private static bool IsReducible(Term term) => Array.Exists(term.Monomial.Powers, IsReducible);

    private static bool IsReducible(Power power) => power.Atom switch
    {
        Atom.Imaginary => !power.Exponent.IsOne,
        Atom.Prime => power.Exponent.Sign < 0 || power.Exponent >= Rational.One,
        Atom.Sum => power.Exponent >= Rational.One,
        Atom.Function { Name: "sin" } => power.Exponent.IsInteger && power.Exponent > Rational.One,
        _ => false,
    };

    private Polynomial Power(Polynomial value, int exponent)
    {
        var result = Polynomial.One;
        for (var square = value; exponent > 0 && !Effort.HasFailed; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? Multiply(result, square) : result;
            square = exponent > 1 ? Multiply(square, square) : square;
        }

        return result;
    }
}
