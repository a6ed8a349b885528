namespace Reckon.GradeCheck;

/// <summary>Why the grader and a label may differ: a table with a line for each, which names the vector and holds nothing of it.</summary>
internal sealed class Reasons
{
    private readonly Dictionary<string, (string Kind, string Sentence)> _rows = [];

    private Reasons()
    {
    }

    /// <summary>The committed table. Kinds: policy, label, extraction, limit.</summary>
    public static Reasons Load()
    {
        var reasons = new Reasons();
        using var stream = typeof(Reasons).Assembly.GetManifestResourceStream("Reckon.GradeCheck.reasons.tsv")
            ?? throw new InvalidOperationException("The table of reasons is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var id, var kind, var sentence])
            {
                reasons._rows[id] = (kind, sentence);
            }
        }

        return reasons;
    }

    /// <summary>Whether a label is left out of the share: it is wrong, against the written policy, or about something else.</summary>
    public bool IsLeftOut(string id) => _rows.TryGetValue(id, out var row) && row.Kind is "policy" or "label" or "extraction";

    public string Of(string id) => _rows.TryGetValue(id, out var row) ? $"{row.Kind}: {row.Sentence}" : "no reason yet";
}
