using System.Collections.Immutable;

namespace Reckon.System.Tests.Silos;

/// <summary>All that must be the same in every run of a sweep.</summary>
/// <param name="Outcomes">The outcome documents.</param>
/// <param name="Trees">The trees of each problem, as they are written.</param>
internal sealed record SweepBytes(ImmutableArray<string> Outcomes, ImmutableArray<string> Trees);
