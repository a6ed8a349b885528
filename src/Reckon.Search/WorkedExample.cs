namespace Reckon.Search;

/// <summary>A problem with its solution, shown to a proposer before the problem that it is to solve.</summary>
/// <param name="Problem">The question.</param>
/// <param name="Solution">How it is solved, as the proposer is to write.</param>
public sealed record WorkedExample(string Problem, string Solution);
