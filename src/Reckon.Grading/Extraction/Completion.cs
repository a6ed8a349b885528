namespace Reckon.Grading.Extraction;

/// <summary>What a model wrote.</summary>
/// <param name="text">The text.</param>
/// <param name="isCut">Whether a token limit ended it, so that its last word may be broken off.</param>
public readonly ref struct Completion(ReadOnlySpan<char> text, bool isCut = false)
{
    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";

    /// <summary>The text.</summary>
    public ReadOnlySpan<char> Text { get; } = text;

    /// <summary>Whether a token limit ended the text, so that its last word may be broken off.</summary>
    public bool IsCut { get; } = isCut;

    /// <summary>All of the text, thoughts included; where they begin and end a line does.</summary>
    public Completion Aloud() =>
        Text.Contains(ThoughtStart, StringComparison.Ordinal) || Text.Contains(ThoughtEnd, StringComparison.Ordinal)
        ? new Completion(
            Text.ToString().Replace(ThoughtStart, "\n", StringComparison.Ordinal).Replace(ThoughtEnd, "\n", StringComparison.Ordinal),
                IsCut)
        : this;

    /// <summary>
    /// The text after the last thought, up to a thought that begins and does not end. Answers inside thoughts were weighed,
    /// not given.
    /// </summary>
    public Completion Spoken()
    {
        var end = Text.LastIndexOf(ThoughtEnd, StringComparison.Ordinal);
        var spoken = end < 0 ? Text : Text[(end + ThoughtEnd.Length)..];
        var start = spoken.IndexOf(ThoughtStart, StringComparison.Ordinal);
        return start < 0 ? new Completion(spoken, IsCut) : new Completion(spoken[..start], isCut: true);
    }
}
