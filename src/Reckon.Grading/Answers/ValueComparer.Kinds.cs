using Reckon.Grading.Expressions;
using Reckon.Grading.Grades;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

internal sealed partial class ValueComparer
{
    // "Yes, it converges" may be what "yes" is.
    private static bool Begins(string one, string other) => one.Length < other.Length
        ? other.StartsWith($"{one} ", StringComparison.Ordinal)
        : one.StartsWith($"{other} ", StringComparison.Ordinal);

    private Equivalence Inequalities(AnswerValue.Inequality reference, AnswerValue.Inequality answer)
    {
        if (!reference.Relations.SequenceEqual(answer.Relations))
        {
            return Equivalence.NotEqual;
        }

        return reference.Relations.Count == 1
            ? _expressions.Compare(Difference(reference), Difference(answer))
            : All(reference.Sides.Count, index => _expressions.Compare(reference.Sides[index], answer.Sides[index]));
    }

    // The difference of two sides, with the coefficient 1 or -1 at its first term: a positive factor changes nothing.
    private Expression Difference(AnswerValue.Inequality value)
    {
        var difference = algebra.Subtract(value.Sides[0], value.Sides[1]);
        return difference.IsZero
            ? difference
            : algebra.Multiply(difference, Expression.Of(Rational.One / difference.Numerator.Terms[0].Coefficient.Abs));
    }

    // Whether a list may be compared with a tuple: the policy says so, or its items have names, which give them an order.
    private bool IsTuple(AnswerValue.Collection list, AnswerValue.Tuple tuple) =>
        tuple is { Open: "(", Close: ")" } && !list.IsSet
        && (policy.ListMayBeTuple
            || (list.Items.All(item => item.Name is not null) && list.Items.DistinctBy(item => item.Name).Count() == list.Items.Count));

    private Equivalence Vector(AnswerValue.Matrix matrix, AnswerValue.Tuple tuple, Func<IReadOnlyList<AnswerValue>,
        IReadOnlyList<AnswerValue>, Equivalence> compare) =>
        policy.VectorMayBeTuple && (matrix.Rows == 1 || matrix.Columns == 1) && tuple is { Open: "(", Close: ")" }
            ? compare(Array.ConvertAll(matrix.Cells, cell => (AnswerValue)new AnswerValue.Scalar(cell)), tuple.Items)
            : Equivalence.NotEqual;

    private Equivalence Sets(AnswerValue reference, AnswerValue answer)
    {
        if (RealSets.Of(reference) is not { } mine || RealSets.Of(answer) is not { } its || mine.Intervals.Count != its.Intervals.Count)
        {
            return Equivalence.NotEqual;
        }

        return All(mine.Intervals.Count, index =>
        {
            var (one, other) = (mine.Intervals[index], its.Intervals[index]);
            return one.IsLowerClosed == other.IsLowerClosed && one.IsUpperClosed == other.IsUpperClosed
                ? All(2, end => end == 0 ? _expressions.Compare(one.Lower, other.Lower) : _expressions.Compare(one.Upper, other.Upper))
                : Equivalence.NotEqual;
        });
    }

    private Equivalence Congruences(AnswerValue.Congruence reference, AnswerValue.Congruence answer)
    {
        var isEqual = reference.IsDifference == answer.IsDifference
            && _expressions.Compare(reference.Modulus, answer.Modulus) == Equivalence.Equal
            && _expressions.Compare(reference.Residue, answer.Residue) == Equivalence.Equal;
        return isEqual ? Equivalence.Equal : Equivalence.Undecided;
    }

    // A choice is told by its letter, or else by its text.
    private Equivalence Chosen(AnswerValue.Choice choice, AnswerValue other)
    {
        if (other is AnswerValue.Scalar { Value.AsSymbol: Atom.Symbol symbol } && Choices.IsLetter(symbol.Name))
        {
            return Verdict(symbol.Name == choice.Letter);
        }

        if (other is not AnswerValue.Choice its)
        {
            return choice.Content is { } content ? Compare(content, other) : Equivalence.Undecided;
        }

        var isSameText = choice.Content is null || its.Content is null || Compare(choice.Content, its.Content) != Equivalence.NotEqual;
        return its.Letter != choice.Letter ? Equivalence.NotEqual : isSameText ? Equivalence.Equal : Equivalence.Undecided;
    }

    // A remainder that is given without its modulus, as the question names that.
    private Equivalence Residues(AnswerValue.Congruence congruence, AnswerValue.Scalar number)
    {
        if (!congruence.IsDecided || !number.Value.IsConstant)
        {
            return Equivalence.Undecided;
        }

        var rest = Algebra.Remainder(number.Value.Constant, congruence.Modulus.Constant);
        return !policy.ModulusMayBeMissing || rest != congruence.Residue.Constant ? Equivalence.NotEqual
            : rest == number.Value.Constant ? Equivalence.Equal
            : Equivalence.Undecided;
    }

    private Equivalence Digits(AnswerValue.BaseNumber number, AnswerValue.Scalar other) => Verdict(
        policy.BaseMayBeMissing && other.Value.IsConstant && NumberScanner.Decimal(number.Digits) is { } digits
            && digits == other.Value.Constant);
}
