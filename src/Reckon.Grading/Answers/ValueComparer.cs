using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>Compares two values part by part.</summary>
internal sealed class ValueComparer(Algebra algebra, AnswerPolicy policy)
{
    private readonly ExpressionComparer _expressions = new(algebra, policy);

    /// <summary>Whether the values are the same, their decorations included.</summary>
    public Equivalence Compare(AnswerValue reference, AnswerValue answer)
    {
        if (!DecorationsAgree(reference, answer))
        {
            return Equivalence.NotEqual;
        }

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
        (Agree(reference.Name, answer.Name, policy.NameMayBeMissing) || IsFunction(reference.Name) || IsFunction(answer.Name))
        && Agree(reference.Unit, answer.Unit, reference.Unit == Units.Percent || answer.Unit == Units.Percent ? policy.PercentMayBeMissing : policy.UnitMayBeMissing);

    // y = 2x and f(x) = 2x are one function.
    private static bool IsFunction(string? name) => name?.IndexOf('(', StringComparison.Ordinal) > 0;

    private static bool Agree(string? reference, string? answer, bool mayBeMissing) =>
        reference == answer || (mayBeMissing && (reference is null || answer is null));

    private Equivalence CompareValues(AnswerValue reference, AnswerValue answer) => (reference, answer) switch
    {
        (AnswerValue.Scalar one, AnswerValue.Scalar other) => Scalars(one, other),
        (AnswerValue.Tuple one, AnswerValue.Tuple other) when one.Open == other.Open && one.Close == other.Close => InOrder(one.Items, other.Items),
        (AnswerValue.Collection one, AnswerValue.Collection other) => Collections(one, other),
        (AnswerValue.Collection one, AnswerValue.Tuple other) => IsTuple(one, other) ? InOrder(one.Items, other.Items) : Equivalence.NotEqual,
        (AnswerValue.Tuple one, AnswerValue.Collection other) => IsTuple(other, one) ? InOrder(one.Items, other.Items) : Equivalence.NotEqual,
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
        (AnswerValue.Inequality one, AnswerValue.Inequality other) => one.Relations.SequenceEqual(other.Relations)
            ? All(one.Sides.Count, index => _expressions.Compare(one.Sides[index], other.Sides[index]))
            : Equivalence.NotEqual,
        (AnswerValue.BaseNumber one, AnswerValue.BaseNumber other) => Verdict(one.Value == other.Value),
        (AnswerValue.BaseNumber one, AnswerValue.Scalar other) => Digits(one, other),
        (AnswerValue.Scalar one, AnswerValue.BaseNumber other) => Digits(other, one),
        _ => Equivalence.NotEqual,
    };

    /// <summary>Whether values of these kinds are ever the same.</summary>
    public static bool AreComparable(AnswerValue left, AnswerValue right) => left.GetType() == right.GetType() || (left, right) switch
    {
        (AnswerValue.Collection, _) or (_, AnswerValue.Collection) => true,
        (AnswerValue.Matrix or AnswerValue.Reals, AnswerValue.Tuple) or (AnswerValue.Tuple, AnswerValue.Matrix or AnswerValue.Reals) => true,
        (AnswerValue.Scalar, AnswerValue.BaseNumber) or (AnswerValue.BaseNumber, AnswerValue.Scalar) => true,
        (AnswerValue.Scalar { Name: not null }, AnswerValue.Equation) or (AnswerValue.Equation, AnswerValue.Scalar { Name: not null }) => true,
        _ => false,
    };

    private Equivalence Scalars(AnswerValue.Scalar reference, AnswerValue.Scalar answer) => _expressions.Compare(reference.Value, answer.Value);

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

    private static IReadOnlyList<AnswerValue> Distinct(AnswerValue.Collection collection) => [.. collection.Items.DistinctBy(item => item.Key)];

    // Whether a list may be compared with a tuple: the policy says so, or its items have names, which give them an order.
    private bool IsTuple(AnswerValue.Collection list, AnswerValue.Tuple tuple) =>
        tuple is { Open: "(", Close: ")" } && !list.IsSet
        && (policy.ListMayBeTuple || (list.Items.All(item => item.Name is not null) && list.Items.DistinctBy(item => item.Name).Count() == list.Items.Count));

    private Equivalence Vector(AnswerValue.Matrix matrix, AnswerValue.Tuple tuple, Func<IReadOnlyList<AnswerValue>, IReadOnlyList<AnswerValue>, Equivalence> compare) =>
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

    private Equivalence Digits(AnswerValue.BaseNumber number, AnswerValue.Scalar other) => Verdict(
        policy.BaseMayBeMissing && other.Value.IsConstant && NumberScanner.Decimal(number.Digits) is { } digits && digits == other.Value.Constant);

    private static Equivalence Verdict(bool isEqual) => isEqual ? Equivalence.Equal : Equivalence.NotEqual;
}
