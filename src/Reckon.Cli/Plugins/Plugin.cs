using System.Collections.Immutable;

namespace Reckon.Cli.Plugins;

/// <summary>A loaded assembly with strategies in it.</summary>
/// <param name="Path">Its file, as the operator named it.</param>
/// <param name="Version">SHA-256 of its file, in lower-case hex: another file may plan differently.</param>
/// <param name="Strategies">Its strategies; not empty.</param>
internal sealed record Plugin(string Path, string Version, ImmutableArray<Type> Strategies);
