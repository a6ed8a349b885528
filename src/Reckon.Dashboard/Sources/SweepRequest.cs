namespace Reckon.Dashboard.Sources;

/// <summary>An order for a sweep, with its reason.</summary>
/// <param name="Act">What is to happen.</param>
/// <param name="Why">The reason, for the list of events.</param>
public sealed record SweepRequest(SweepAct Act, string Why)
{
    /// <summary>For <see cref="SweepAct.Retune"/>: the most problems that run at once, 0 for as many as there is room for; null to leave it.</summary>
    public int? Window { get; init; }

    /// <summary>Likewise how urgent it is: with p it gets 1 + p shares of the workers; null to leave it.</summary>
    public int? Priority { get; init; }
}
