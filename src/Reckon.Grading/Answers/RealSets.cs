using Reckon.Grading.Expressions;

namespace Reckon.Grading.Answers;

/// <summary>Answers as parts of the real line, and back.</summary>
internal static class RealSets
{
    /// <summary>The part of the real line that a value is; null where it is none.</summary>
    public static RealSet? Of(AnswerValue value) => value switch
    {
        AnswerValue.Reals reals => reals.Set,
        AnswerValue.Tuple { Items: [AnswerValue.Scalar lower, AnswerValue.Scalar upper] } tuple when IsReal(lower.Value) && IsReal(upper.Value) =>
            RealSet.Of([new RealInterval(lower.Value, tuple.Open == "[", upper.Value, tuple.Close == "]")]),
        AnswerValue.Collection collection when collection.Items.All(item => item is AnswerValue.Scalar scalar && IsReal(scalar.Value)) =>
            RealSet.Of(collection.Items.Select(item => RealInterval.Point(((AnswerValue.Scalar)item).Value))),
        AnswerValue.Scalar scalar when IsReal(scalar.Value) => RealSet.Of([RealInterval.Point(scalar.Value)]),
        _ => null,
    };

    /// <summary>The value of a set: single points are a collection.</summary>
    public static AnswerValue Value(RealSet set) => set.IsPoints
        ? new AnswerValue.Collection([.. set.Intervals.Select(interval => new AnswerValue.Scalar(interval.Lower))], true)
        : new AnswerValue.Reals(set);

    /// <summary>What a relation says about a variable, or about its absolute value.</summary>
    public static RealSet Where(Atom variable, RealSet set)
    {
        if (variable is not Atom.Function { Name: "abs" })
        {
            return set;
        }

        var positive = set.Intersection(RealSet.Of([new RealInterval(Expression.Zero, true, Algebra.Infinity, false)]));
        return positive.Union(RealSet.Of(positive.Intervals.Select(interval => new RealInterval(
            Algebra.Negate(interval.Upper), interval.IsUpperClosed, Algebra.Negate(interval.Lower), interval.IsLowerClosed))));
    }

    /// <summary>The numbers that stand in a relation to one.</summary>
    public static RealSet Half(string relation, Expression bound) => relation switch
    {
        "<" or "≤" => RealSet.Of([new RealInterval(Algebra.Negate(Algebra.Infinity), false, bound, relation == "≤")]),
        ">" or "≥" => RealSet.Of([new RealInterval(bound, relation == "≥", Algebra.Infinity, false)]),
        _ => RealSet.All.Without(RealSet.Of([RealInterval.Point(bound)])),
    };

    /// <summary>Whether it is a real number or infinite.</summary>
    public static bool IsReal(Expression value) => value.IsConstant || !double.IsNaN(NumericEvaluation.Real(value));
}
