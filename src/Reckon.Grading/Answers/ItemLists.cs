using Reckon.Grading.Expressions;

namespace Reckon.Grading.Answers;

/// <summary>What items without brackets around them are together.</summary>
internal static class ItemLists
{
    /// <summary>The value of one item or more.</summary>
    public static AnswerValue Value(IReadOnlyList<ListItem> items)
    {
        if (items.Count == 1)
        {
            return items[0].Value;
        }

        return Conditions(items) ?? Groups(items) ?? List(WithModulus([.. items.Select(item => item.Value)]));
    }

    // In 1, 4 \pmod 9 the modulus is that of all items.
    private static AnswerValue[] WithModulus(AnswerValue[] values) => values[^1] is AnswerValue.Congruence { IsDifference: false } last
        ? Array.ConvertAll(values, value => value is AnswerValue.Scalar { Value.IsConstant: true } number && last.Modulus.IsConstant
            ? last with { Residue = Expression.Of(Algebra.Remainder(number.Value.Constant, last.Modulus.Constant)), Name = value.Name }
            : value)
        : values;

    // Conditions on one variable: one set.
    private static AnswerValue? Conditions(IReadOnlyList<ListItem> items)
    {
        if (items[0].Value is not AnswerValue.Reals { Name: { } name } first)
        {
            return null;
        }

        // In x ≠ 4, 6 both numbers are ruled out.
        var isRuledOut = first.Set.IsAllButPoints;
        var sets = items.Select(item => Condition(item.Value, name, isRuledOut)).OfType<RealSet>().ToArray();
        if (sets.Length < items.Count)
        {
            return null;
        }

        var union = sets.Aggregate((one, other) => one.Union(other));
        var intersection = sets.Aggregate((one, other) => one.Intersection(other));
        var isUnion = !isRuledOut && (items.Any(item => item.Separator == "or") || intersection.Intervals.Count == 0);
        return RealSets.Value(isUnion ? union : intersection) with { Name = name };
    }

    private static RealSet? Condition(AnswerValue value, string name, bool isRuledOut) => value switch
    {
        AnswerValue.Reals reals when reals.Name == name => reals.Set,
        AnswerValue.Scalar { Name: null } scalar when isRuledOut && RealSets.IsReal(scalar.Value) => RealSets.Half("≠", scalar.Value),
        _ => null,
    };

    // Solutions that give several values each: separated by semicolons, or told apart by names that recur.
    private static AnswerValue.Collection? Groups(IReadOnlyList<ListItem> items)
    {
        var size = SizeByNames(items) ?? SizeBySemicolons(items);
        return size is not { } length
            ? null
            : new AnswerValue.Collection(
                [.. items.Select(item => item.Value with { Name = null }).Chunk(length).Select(group => new AnswerValue.Tuple("(", ")",
                    group))], false);
    }

    private static int? SizeByNames(IReadOnlyList<ListItem> items)
    {
        var names = items.Select(item => item.Value.Name).ToArray();
        var size = Array.FindIndex(names, 1, name => name == names[0]);
        return size > 1 && names.Length % size == 0
            && names.Select((name, index) => name is not null && name == names[index % size]).All(same => same)
            ? size
            : null;
    }

    private static int? SizeBySemicolons(IReadOnlyList<ListItem> items)
    {
        var starts = Enumerable.Range(0, items.Count).Where(index => index == 0 || items[index].Separator == ";").ToArray();
        var size = starts.Length > 1 ? starts[1] : 0;
        return size > 1 && items.Count == size * starts.Length && starts.Select((start, group) => start == group * size).All(fits => fits)
            ? size
            : null;
    }

    // A list. Both values of a ± become items of it; a name that all items have, or only the first, becomes the list's.
    private static AnswerValue.Collection List(IReadOnlyList<AnswerValue> values)
    {
        AnswerValue[] flat = [.. values.SelectMany(value => value is AnswerValue.Collection { IsSet: false } list
            ? list.Items.Select(item => item with { Name = list.Name })
            : [value])];
        var name = flat[0].Name;
        return name is not null && (flat.All(value => value.Name == name) || flat.Skip(1).All(value => value.Name is null))
            ? new AnswerValue.Collection([.. flat.Select(value => value with { Name = null })], false) { Name = name }
            : new AnswerValue.Collection(flat, false);
    }
}
