using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class AnswerParser
{
    private AnswerValue ReadRelation()
    {
        var name = ReadName();
        var sides = new List<AnswerValue> { ReadUnion() };
        var relations = new List<string>();
        var modulus = ReadModulus();
        while (!_failed && Current is { Kind: LatexTokenKind.Sign, Text: "=" or "<" or ">" or "≤" or "≥" or "≠" or "≈" or "∈" or "⇒" } sign)
        {
            _position++;
            if (sign.Text == "⇒")
            {
                // What follows from an equation replaces it. An arrow between other things is no step of a solution.
                _failed |= relations.Count == 0 && name is null;
                (name, modulus) = (null, null);
                sides.Clear();
                relations.Clear();
            }
            else
            {
                relations.Add(sign.Text);
            }

            sides.Add(ReadUnion());
            modulus = ReadModulus() ?? modulus;
        }

        if (_failed)
        {
            return Fail();
        }

        var value = modulus is not null ? Congruence(sides, relations, modulus)
            : relations.Count == 0 ? sides[0]
            : Related(sides, relations);
        return name is null ? value : value with { Name = name };
    }

    private AnswerValue Related(List<AnswerValue> sides, List<string> relations)
    {
        // The side after ≈ is a rounding of the side before it, unless that is only a name.
        var rounded = relations.IndexOf("≈");
        if (rounded >= 0 && !(rounded == 0 && NameOf(sides[0]) is not null))
        {
            sides = sides[..(rounded + 1)];
            relations = relations[..rounded];
        }

        if (relations.Count == 0)
        {
            return sides[0];
        }

        if (relations.TrueForAll(relation => relation is "=" or "≈"))
        {
            return Chain(sides);
        }

        return relations is ["∈"]
            ? NameOf(sides[0]) is { } name ? sides[1] with { Name = name } : Fail()
            : Inequality(sides, relations);
    }

    // Sides that are equal: a name with its value, a computation with its result, or an equation.
    private AnswerValue Chain(List<AnswerValue> sides)
    {
        var (first, last) = (sides[0], sides[^1]);
        if (NameOf(first) is { } name && !Holds(last, first))
        {
            return last with { Name = name };
        }

        if (sides.Count == 2 && NameOf(last) is { } lastName && !Holds(first, last))
        {
            return first with { Name = lastName };
        }

        if (ValueArithmetic.Number(first) is not { } left || ValueArithmetic.Number(last) is not { } right)
        {
            return last;
        }

        var difference = algebra.Subtract(left, right);
        return difference.IsZero || !difference.HasVariables || sides.Count > 2
            ? last
            : new AnswerValue.Equation(Algebra.Primitive(difference));
    }

    private static bool Holds(AnswerValue value, AnswerValue name) =>
        ValueArithmetic.Number(value) is { } number && ValueArithmetic.Number(name)?.AsSymbol is { } symbol
        && number.Atoms().Any(atom => atom.Key == symbol.Key
            || (atom is not Atom.Symbol && atom.Key.Contains(symbol.Key, StringComparison.Ordinal)));

    // The name that a value is: a variable, or a tuple or a ratio of variables.
    private static string? NameOf(AnswerValue value) => value switch
    {
        AnswerValue.Scalar scalar => scalar.Value.AsSymbol is { } atom ? atom.Key : null,
        AnswerValue.Tuple tuple when tuple.Items.All(item => NameOf(item) is not null) => tuple.BareKey,
        AnswerValue.Ratio ratio when ratio.Terms.All(term => term.AsSymbol is not null) => ratio.BareKey,
        _ => null,
    };

    private AnswerValue Inequality(List<AnswerValue> values, List<string> relations)
    {
        var sides = values.ConvertAll(ValueArithmetic.Number);
        if (sides.Contains(null) || relations.Exists(relation => relation is "=" or "≈" or "∈"))
        {
            return Fail();
        }

        var numbers = sides.ConvertAll(side => side ?? Expression.Zero);
        return numbers switch
        {
            [var low, var middle, var high] when Variable(middle) is { } variable && RealSets.IsReal(low) && RealSets.IsReal(high) =>
                Condition(variable, RealSets.Half(Turned(relations[0]), low).Intersection(RealSets.Half(relations[1], high))),
            [var left, var right] => Solved(algebra.Subtract(left, right), relations[0]) ?? Ordered(numbers, relations),
            _ => Ordered(numbers, relations),
        };
    }

    private static Atom? Variable(Expression value) =>
        value.AsSymbol ?? (value.AsAtom is Atom.Function { Name: "abs" } atom && atom.Arguments[0].AsSymbol is not null ? atom : null);

    private static AnswerValue Condition(Atom variable, RealSet set) => RealSets.Value(RealSets.Where(variable, set)) with
    {
        Name = variable is Atom.Function { Name: "abs" } absolute ? absolute.Arguments[0].Key : variable.Key,
    };

    // a·x + b against zero, solved for x; null where it is not of that form.
    private AnswerValue? Solved(Expression difference, string relation)
    {
        if (!difference.IsPolynomial || difference.Atoms().Where(atom => atom.IsVariable).ToArray() is not [var variable]
            || (variable is not Atom.Symbol && Variable(Expression.Of(variable)) is null))
        {
            return null;
        }

        var terms = difference.Numerator.Terms.Where(term => term.Monomial.HasVariables).ToArray();
        if (terms is not [{ Monomial.Powers: [{ Exponent.IsOne: true }] } term])
        {
            return null;
        }

        var rest = algebra.Subtract(difference, Expression.Of(Polynomial.Of(term)));
        var bound = algebra.Multiply(rest, Expression.Of(-Rational.One / term.Coefficient));
        return RealSets.IsReal(bound)
            ? Condition(variable, RealSets.Half(term.Coefficient.Sign < 0 ? Turned(relation) : relation, bound))
            : null;
    }

    // The chain from the least side to the greatest.
    private static AnswerValue.Inequality Ordered(List<Expression> sides, List<string> relations)
    {
        if (relations[0] is ">" or "≥")
        {
            sides.Reverse();
            relations = [.. relations.AsEnumerable().Reverse().Select(Turned)];
        }

        return new AnswerValue.Inequality(relations, sides);
    }

    private static string Turned(string relation) => relation switch
    {
        "<" => ">",
        ">" => "<",
        "≤" => "≥",
        "≥" => "≤",
        _ => relation,
    };
}
