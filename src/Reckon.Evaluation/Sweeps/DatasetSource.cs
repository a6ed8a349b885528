namespace Reckon.Evaluation;

/// <summary>Which problems a sweep is about.</summary>
/// <param name="Path">The JSONL file. Where a file lies changes no result, so it is no part of the spec's hash.</param>
/// <param name="Limit">The most problems taken, from the start of the file, at least 1; null for all.</param>
public sealed record DatasetSource(string Path, int? Limit = null);
