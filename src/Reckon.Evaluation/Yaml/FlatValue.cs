namespace Reckon.Evaluation.Yaml;

/// <summary>One value of a file that only holds values in sections.</summary>
/// <param name="Path">Its keys from the outside in, separated by dots; never empty.</param>
/// <param name="Text">The value as it is written; null where nothing is written after the key.</param>
/// <param name="Line">Line of the key, from 1.</param>
/// <param name="Column">Column of the key, from 1.</param>
public sealed record FlatValue(string Path, string? Text, int Line, int Column);
