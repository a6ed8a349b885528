using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>Compares two values part by part.</summary>
internal sealed partial class ValueComparer(Algebra algebra, AnswerPolicy policy)
{

    private readonly ExpressionComparer _expressions = new(algebra, policy);

    /// <summary>Whether the values are the same, their decorations included.</summary>
    public Equivalence Compare(AnswerValue reference, AnswerValue answer)
    {
        if (!DecorationsAgree(reference, answer))
        {
            return Equivalence.NotEqual;
        }

        var result = CompareBare(reference, answer);
        if (result != Equivalence.Equal && policy.PercentIsAlsoDecoration
            && (reference.Unit == Units.Percent) != (answer.Unit == Units.Percent))
        {
            result = reference.Unit == Units.Percent
                ? CompareBare(TimesHundred(reference), answer)
                : CompareBare(reference, TimesHundred(answer));
        }

        var isSameSense = reference.Sense == answer.Sense || reference.Sense is null || answer.Sense is null;
        return result == Equivalence.Equal && !isSameSense ? Equivalence.Undecided : result;
    }

    // A percentage that was divided by a hundred, as the number before its sign.
    private AnswerValue TimesHundred(AnswerValue percentage) =>
        new ValueArithmetic(algebra).Multiply(percentage with { Unit = null }, new AnswerValue.Scalar(Expression.Of(100))) ?? percentage;

    private Equivalence CompareBare(AnswerValue reference, AnswerValue answer)
    {
        if (reference.BareKey == answer.BareKey)
        {
            return Equivalence.Equal;
        }

        if (!algebra.Effort.Spend(1))
        {
            return Equivalence.Undecided;
        }

        var result = reference.IsDecided && answer.IsDecided && policy.RoundedFromDigits is null && reference.GetType() == answer.GetType()
            ? Equivalence.NotEqual
            : CompareValues(reference, answer);
        return algebra.Effort.HasFailed ? Equivalence.Undecided : result;
    }

    private bool DecorationsAgree(AnswerValue reference, AnswerValue answer) =>
        ValueNames.Agree(reference.Name, answer.Name, policy.NameMayBeMissing) && UnitsAgree(reference.Unit, answer.Unit);

    private bool UnitsAgree(string? reference, string? answer)
    {
        var mayBeMissing = reference == Units.Percent || answer == Units.Percent
            ? policy.PercentMayBeMissing || policy.PercentIsHundredth
            : policy.UnitMayBeMissing;
        return reference == answer || (mayBeMissing && (reference is null || answer is null)) || Units.AreDegrees(reference, answer);
    }

    private Equivalence CompareValues(AnswerValue reference, AnswerValue answer) => (reference, answer) switch
    {
        (AnswerValue.Scalar one, AnswerValue.Scalar other) => Scalars(one, other),
        (AnswerValue.Tuple one, AnswerValue.Tuple other) when one.Open == other.Open
            && one.Close == other.Close => InOrder(one.Items, other.Items),
        (AnswerValue.Collection one, AnswerValue.Collection other) => Collections(one, other),
        (AnswerValue.Collection one, AnswerValue.Tuple other) => IsTuple(one, other)
            ? InOrder(one.Items, other.Items)
            : Equivalence.NotEqual,
        (AnswerValue.Tuple one, AnswerValue.Collection other) => IsTuple(other, one)
            ? InOrder(one.Items, other.Items)
            : Equivalence.NotEqual,
        (AnswerValue.Collection { Items: [var only] }, _) => Compare(only, answer),
        (_, AnswerValue.Collection { Items: [var only] }) => Compare(reference, only),
        (AnswerValue.Matrix one, AnswerValue.Matrix other) => one.Rows == other.Rows && one.Columns == other.Columns
            ? All(one.Cells.Length, index => _expressions.Compare(one.Cells[index], other.Cells[index]))
            : Equivalence.NotEqual,
        (AnswerValue.Matrix one, AnswerValue.Tuple other) => Vector(one, other, InOrder),
        (AnswerValue.Tuple one, AnswerValue.Matrix other) => Vector(other, one, (items, cells) => InOrder(cells, items)),
        (AnswerValue.Reals or AnswerValue.Tuple, AnswerValue.Reals or AnswerValue.Tuple) => Sets(reference, answer),
        (AnswerValue.Equation one, AnswerValue.Equation other) => _expressions.AreProportional(one.Difference, other.Difference),
        (AnswerValue.Equation one, AnswerValue.Scalar { Name: not null } other) => _expressions.IsAssignment(one.Difference, other),
        (AnswerValue.Scalar { Name: not null } one, AnswerValue.Equation other) => _expressions.IsAssignment(other.Difference, one),
        (AnswerValue.Ratio one, AnswerValue.Ratio other) => one.Terms.Count == other.Terms.Count
            ? All(one.Terms.Count, index => _expressions.Compare(one.Terms[index], other.Terms[index]))
            : Equivalence.NotEqual,
        (AnswerValue.Inequality one, AnswerValue.Inequality other) => Inequalities(one, other),
        (AnswerValue.Inequality, AnswerValue.Reals or AnswerValue.Tuple) or (AnswerValue.Reals or AnswerValue.Tuple,
            AnswerValue.Inequality) =>
            Equivalence.Undecided, // It was not solved.
        (AnswerValue.Congruence one, AnswerValue.Congruence other) => Congruences(one, other),
        (AnswerValue.Congruence one, AnswerValue.Scalar other) => Residues(one, other),
        (AnswerValue.Scalar one, AnswerValue.Congruence other) => Residues(other, one),
        (AnswerValue.Choice one, _) => Chosen(one, answer),
        (_, AnswerValue.Choice other) => Chosen(other, reference),
        (AnswerValue.Text one, AnswerValue.Text other) => Begins(one.Words, other.Words) ? Equivalence.Undecided : Equivalence.NotEqual,
        (AnswerValue.Text { HoldsMathematics: true }, _) or (_, AnswerValue.Text { HoldsMathematics: true }) => Equivalence.Undecided,
        (AnswerValue.BaseNumber one, AnswerValue.BaseNumber other) => Verdict(one.Value == other.Value),
        (AnswerValue.BaseNumber one, AnswerValue.Scalar other) => Digits(one, other),
        (AnswerValue.Scalar one, AnswerValue.BaseNumber other) => Digits(other, one),
        _ => Equivalence.NotEqual,
    };

    /// <summary>Whether values of these kinds are ever the same.</summary>
    public static bool AreComparable(AnswerValue left, AnswerValue right) => left.GetType() == right.GetType() || (left, right) switch
    {
        (AnswerValue.Collection or AnswerValue.Choice, _) or (_, AnswerValue.Collection or AnswerValue.Choice) => true,
        (AnswerValue.Matrix or AnswerValue.Reals, AnswerValue.Tuple) or (AnswerValue.Tuple, AnswerValue.Matrix or AnswerValue.Reals) =>
            true,
        (AnswerValue.Scalar, AnswerValue.BaseNumber or AnswerValue.Congruence) => true,
        (AnswerValue.BaseNumber or AnswerValue.Congruence, AnswerValue.Scalar) => true,
        (AnswerValue.Scalar { Name: not null }, AnswerValue.Equation) or (AnswerValue.Equation, AnswerValue.Scalar { Name: not null }) =>
            true,
        _ => false,
    };

    private Equivalence Scalars(AnswerValue.Scalar reference, AnswerValue.Scalar answer) =>
        _expressions.Compare(reference.Value, answer.Value);

    private Equivalence InOrder(IReadOnlyList<AnswerValue> reference, IReadOnlyList<AnswerValue> answer) => reference.Count == answer.Count
        ? All(reference.Count, index => Compare(reference[index], answer[index]))
        : Equivalence.NotEqual;

    // Equal when all pairs are; not equal when one pair differs; else undecided.
    private static Equivalence All(int count, Func<int, Equivalence> pair)
    {
        var result = Equivalence.Equal;
        for (var index = 0; index < count; index++)
        {
            var verdict = pair(index);
            if (verdict == Equivalence.NotEqual)
            {
                return verdict;
            }

            result = verdict == Equivalence.Undecided ? verdict : result;
        }

        return result;
    }

    private Equivalence Collections(AnswerValue.Collection reference, AnswerValue.Collection answer)
    {
        if (reference.IsOrdered && answer.IsOrdered)
        {
            return InOrder(reference.Items, answer.Items);
        }

        var isSet = reference.IsSet || answer.IsSet;
        var mine = isSet ? Distinct(reference) : reference.Items;
        var left = (isSet ? Distinct(answer) : answer.Items).ToList();
        if (mine.Count != left.Count)
        {
            return Equivalence.NotEqual;
        }

        var result = Equivalence.Equal;
        foreach (var item in mine)
        {
            var match = left.FindIndex(other => Compare(item, other) == Equivalence.Equal);
            if (match < 0)
            {
                result = left.Exists(other => Compare(item, other) == Equivalence.Undecided) ? Equivalence.Undecided : Equivalence.NotEqual;
                break;
            }

            left.RemoveAt(match);
        }

        return result;
    }

    private static IReadOnlyList<AnswerValue> Distinct(AnswerValue.Collection collection) =>
        [.. collection.Items.DistinctBy(item => item.Key)];

    private static Equivalence Verdict(bool isEqual) => isEqual ? Equivalence.Equal : Equivalence.NotEqual;
}
