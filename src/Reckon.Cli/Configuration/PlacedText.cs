using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>A value as a person wrote it, not yet checked.</summary>
/// <param name="Keys">The section's name and the setting's; any other number is a fault, found later.</param>
/// <param name="Text">The value; null where a file has the key and nothing after it.</param>
/// <param name="Place">Where it was written.</param>
internal sealed record PlacedText(ImmutableArray<string> Keys, string? Text, SettingPlace Place);
