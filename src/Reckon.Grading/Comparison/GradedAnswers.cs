using System.Collections.Concurrent;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>The texts that were given as answers to one problem. Safe on any thread.</summary>
internal sealed class GradedAnswers(IAnswerComparer comparer, string reference)
{
    /// <summary>The most characters of all texts that are remembered; what comes later is read each time.</summary>
    public const int MostCharacters = 262_144;

    private readonly Lazy<ReadAnswer> _reference = new(() => comparer.Read(reference));
    private readonly ConcurrentDictionary<string, GradedAnswer> _known = new(StringComparer.Ordinal);
    private int _characters;

    /// <summary>The answer <paramref name="text"/>.</summary>
    public GradedAnswer Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var answer = new GradedAnswer(comparer, _reference.Value, text);
        return Interlocked.Add(ref _characters, text.Length + 1) <= MostCharacters ? _known.GetOrAdd(text, answer) : answer;
    }
}
