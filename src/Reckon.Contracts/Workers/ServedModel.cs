namespace Reckon.Contracts.Workers;

/// <summary>A model on a device.</summary>
/// <param name="Pool">The pool it belongs to: all workers with the same bytes serve the same pool.</param>
/// <param name="Rows">Children (or continuations) that it can run at once, at least 1.</param>
/// <param name="MaxOutstanding">
/// The most children (or continuations) that the engine accepts, running and queued; at least <paramref name="Rows"/>. An engine that
/// is full answers Busy.
/// </param>
/// <param name="Name">As its descriptor gives it.</param>
/// <param name="Version">As its descriptor gives it.</param>
/// <param name="Fingerprint">Of all that decides what it writes or scores, in lower-case hexadecimal.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Parameters">Weights, for counting floating-point operations.</param>
/// <param name="ContextTokens">Longest text, prompt included, in its own tokens.</param>
/// <param name="IsRepeatable">Whether, when it was opened there, it gave the same bits in any batch.</param>
[GenerateSerializer, Immutable, Alias("reckon.served-model")]
public sealed record ServedModel(
    [property: Id(0)] string Pool,
    [property: Id(1)] int Rows,
    [property: Id(2)] int MaxOutstanding,
    [property: Id(3)] string Name,
    [property: Id(4)] string Version,
    [property: Id(5)] string Fingerprint,
    [property: Id(6)] ServedRole Role,
    [property: Id(7)] long Parameters,
    [property: Id(8)] int ContextTokens,
    [property: Id(9)] bool IsRepeatable);
