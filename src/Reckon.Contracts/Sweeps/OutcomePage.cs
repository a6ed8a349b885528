using System.Collections.Immutable;

namespace Reckon.Contracts.Sweeps;

/// <summary>Some outcomes of a sweep.</summary>
/// <param name="Outcomes">Outcome documents (JSON, one line each), by problem in the dataset's order, then by trial.</param>
/// <param name="Next">Where the next page begins; null where this page holds the last trial.</param>
[GenerateSerializer, Immutable, Alias("reckon.outcome-page")]
public sealed record OutcomePage([property: Id(0)] ImmutableArray<string> Outcomes, [property: Id(1)] OutcomeCursor? Next);
