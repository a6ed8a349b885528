namespace Reckon.Api.Sweeps;

/// <summary>A sweep that is handed in, with the files that it names.</summary>
public sealed record SweepUpload
{
    /// <summary>
    /// The id that it is to have: letters, digits, '.', '_' and '-', at most 64. Handing the same sweep in again under its id changes
    /// nothing, so a client that got no answer may repeat the request. Null for one that follows from its name and contents.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The sweep file.</summary>
    public required string Sweep { get; init; }

    /// <summary>
    /// The text of each file, by its name without a folder: the dataset that the sweep file names, and what describes it
    /// (<c>dataset.json</c>, or the file that the sweep file names).
    /// </summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>How urgent it is beside other sweeps, 0 to 1,000: with p it gets 1 + p shares of the workers.</summary>
    public int Priority { get; init; }

    /// <summary>Hours for which it is kept after its end; null for until it is deleted.</summary>
    public double? KeepHours { get; init; }

    /// <summary>Whether it adds to the sweep that has the id: seeds, problems, strategies or values of n. What is there is kept.</summary>
    public bool Amend { get; init; }

    /// <summary>Why it is run, in a few words; for the list of events.</summary>
    public string? Why { get; init; }
}
