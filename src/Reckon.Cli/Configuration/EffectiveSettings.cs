using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>The configuration of a process, checked.</summary>
/// <param name="Options">The values.</param>
/// <param name="All">Every setting with its value and what set it.</param>
internal sealed record EffectiveSettings(ReckonOptions Options, ImmutableArray<EffectiveSetting> All);
