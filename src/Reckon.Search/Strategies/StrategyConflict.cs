namespace Reckon.Search.Strategies;

/// <summary>Values that are in range one by one but do not go together.</summary>
/// <param name="Message">What is impossible, without a full stop.</param>
/// <param name="Remedy">What to do about it, without a full stop.</param>
public sealed record StrategyConflict(string Message, string Remedy);
