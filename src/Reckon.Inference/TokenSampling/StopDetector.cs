using System.Collections.Immutable;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// Looks for texts that end an answer. It looks in the text, not in the tokens, so it finds the same however the text is cut into tokens.
/// Of several the one that is complete first counts, and of those the one that begins first.
/// </summary>
internal sealed class StopDetector
{
    private readonly ImmutableArray<string> _stops;
    private readonly int _reach; // Characters of earlier steps that a stop may begin in.
    private string _before = "";

    /// <param name="stops">None of them empty, at least one.</param>
    /// <param name="steps">The text that the path has written before, step by step, delimiters included.</param>
    public StopDetector(ImmutableArray<string> stops, IEnumerable<string> steps)
    {
        (_stops, _reach) = (stops, stops.Max(stop => stop.Length) - 1);
        foreach (var step in steps)
        {
            CloseStep(step);
        }
    }

    private StopDetector(ImmutableArray<string> stops, int reach, string before) => (_stops, _reach, _before) = (stops, reach, before);

    /// <summary>A copy with a position of its own.</summary>
    public StopDetector Copy() => new(_stops, _reach, _before);

    /// <summary>The position of a stop in the current step's text so far; null when there is none.</summary>
    /// <remarks>0 when the stop begins in an earlier step: that step has been handed out already.</remarks>
    public int? CutOf(string text)
    {
        var whole = _before + text;
        (int Start, int End)? found = null;
        foreach (var stop in _stops)
        {
            // A stop that ends within earlier steps would have ended the answer there.
            var start = whole.IndexOf(stop, Math.Max(0, _before.Length - stop.Length + 1), StringComparison.Ordinal);
            if (start >= 0 && (found is not { } best || (start + stop.Length, start).CompareTo((best.End, best.Start)) < 0))
            {
                found = (start, start + stop.Length);
            }
        }

        return found is { } first ? Math.Max(0, first.Start - _before.Length) : null;
    }

    /// <summary>Moves on to the next step.</summary>
    public void CloseStep(string text)
    {
        _before += text;
        _before = _before[Math.Max(0, _before.Length - _reach)..];
    }
}
