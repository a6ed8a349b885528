namespace Reckon.Evaluation.Strategies;

/// <summary>Values that do not go together.</summary>
/// <param name="Message">What is impossible, without a full stop.</param>
/// <param name="Remedy">What to do about it, without a full stop.</param>
public sealed record StrategyConflict(string Message, string Remedy);
