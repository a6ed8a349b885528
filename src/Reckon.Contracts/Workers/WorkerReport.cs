namespace Reckon.Contracts.Workers;

/// <summary>What one worker says of one of its models. Counters count from the worker's start and never fall.</summary>
/// <param name="Worker">The worker's key.</param>
/// <param name="Rows">Rows that the engine can run at once; several children may share one.</param>
/// <param name="RowsInUse">Rows that it runs now.</param>
/// <param name="PrefilledTokens">Prompt tokens read.</param>
/// <param name="GeneratedTokens">Tokens drawn.</param>
/// <param name="ReplayedTokens">Tokens of known prefixes that were recomputed.</param>
/// <param name="JudgedTokens">Tokens judged, prompts and prefixes included.</param>
/// <param name="ModelTime">Time inside the model runtime.</param>
/// <param name="BusyTime">Time in which there was work.</param>
/// <param name="RestoredTokens">Tokens of prompts and prefixes that were taken from the prefix cache.</param>
[GenerateSerializer, Immutable, Alias("reckon.worker-report")]
public sealed record WorkerReport(
    [property: Id(0)] string Worker,
    [property: Id(1)] int Rows,
    [property: Id(2)] int RowsInUse,
    [property: Id(3)] long PrefilledTokens,
    [property: Id(4)] long GeneratedTokens,
    [property: Id(5)] long ReplayedTokens,
    [property: Id(6)] long JudgedTokens,
    [property: Id(7)] TimeSpan ModelTime,
    [property: Id(8)] TimeSpan BusyTime,
    [property: Id(9)] long RestoredTokens = 0)
{
    /// <summary>The pool that the model belongs to.</summary>
    [Id(10)]
    public string Pool { get; init; } = "";

    /// <summary>Children (or continuations) there now, running and queued, of all routers.</summary>
    [Id(11)]
    public int Outstanding { get; init; }

    /// <summary>Whether the worker is about to stop and takes nothing more.</summary>
    [Id(12)]
    public bool IsDraining { get; init; }
}
