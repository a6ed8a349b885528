using System.Numerics;
using System.Runtime.InteropServices;
using Reckon.Grading.Answers;
using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>The first answer of each group of a vote, in their order, indexed so that a new answer is compared with few of them.</summary>
internal sealed class FirstAnswers(AnswerPolicy policy, int mostComparisons)
{
    private const double RoundingError = 1e-7;
    private readonly List<MathAnswer> _firsts = [];
    private readonly Dictionary<MathAnswer, Complex> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Type Kind, string Key), List<int>> _byKey = [];
    private readonly Dictionary<Type, List<int>> _decided = [];
    private readonly Dictionary<Type, List<int>> _undecided = [];
    private int _left = mostComparisons;

    /// <summary>The first answer that equals this one, or this one, which then is the first of a group.</summary>
    public MathAnswer FindOrAdd(MathAnswer answer)
    {
        foreach (var index in Candidates(answer))
        {
            var first = _firsts[index];
            if (policy.RoundedFromDigits is null && !policy.PercentIsAlsoDecoration && AreFar(Value(first), Value(answer)))
            {
                continue;
            }

            if (_left-- <= 0)
            {
                break;
            }

            if (MathEquivalence.Compare(first, answer, policy) == Equivalence.Equal)
            {
                return first;
            }
        }

        Add(answer);
        return answer;
    }

    // Those with which the answer must be compared, in order. An answer that was not understood equals only its own spelling,
    // which is its key.
    private List<int> Candidates(MathAnswer answer)
    {
        var result = new List<int>();
        if (answer.Value is not { } value)
        {
            return result;
        }

        var kind = value.GetType();
        var isKeyed = IsKeyed(value);
        result.AddRange(isKeyed ? _byKey.GetValueOrDefault((kind, value.BareKey), []) : []);
        var decided = _decided.Where(others => !isKeyed || others.Key != kind).Select(others => others.Value);
        foreach (var others in _undecided.Values.Concat(decided))
        {
            result.AddRange(others.Where(index => ValueComparer.AreComparable(_firsts[index].Value!, value)));
        }

        result.Sort();
        return result;
    }

    private void Add(MathAnswer answer)
    {
        if (answer.Value is { } value)
        {
            var isKeyed = IsKeyed(value);
            Note(isKeyed ? _decided : _undecided, value.GetType(), _firsts.Count);
            if (isKeyed)
            {
                Note(_byKey, (value.GetType(), value.BareKey), _firsts.Count);
            }
        }

        _firsts.Add(answer);
    }

    // Whether values of its kind with different keys are different answers.
    private bool IsKeyed(AnswerValue value) => policy.RoundedFromDigits is null && !policy.PercentIsAlsoDecoration && value.IsDecided;

    private static void Note<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int index)
        where TKey : notnull => (CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _) ??= []).Add(index);

    // An expression's value at one point; not a number for anything else.
    private Complex Value(MathAnswer answer)
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, answer, out var isKnown);
        if (!isKnown)
        {
            value = answer.Value is AnswerValue.Scalar scalar ? NumericEvaluation.AtPoint(scalar.Value, 0) : new Complex(double.NaN, 0);
        }

        return value;
    }

    // Whether values are so far apart that no rounding explains it.
    private static bool AreFar(Complex left, Complex right) =>
        Complex.IsFinite(left) && Complex.IsFinite(right)
        && Complex.Abs(left - right) > RoundingError + (RoundingError * Math.Max(Complex.Abs(left), Complex.Abs(right)));
}
