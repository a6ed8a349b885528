namespace Reckon.Contracts.Sweeps;

/// <summary>Sums over the problems of a sweep that are done, for one run: enough for its accuracy and an interval around it.</summary>
/// <param name="Run">The strategy's label.</param>
/// <param name="Selection">How answers were chosen.</param>
/// <param name="Problems">Problems that have finished trials.</param>
/// <param name="Trials">Their finished trials.</param>
/// <param name="Correct">Of these, those that answered right.</param>
/// <param name="CorrectSquares">The sum of the squares of right answers by problem.</param>
/// <param name="CorrectTrials">The sum of right answers times trials by problem.</param>
/// <param name="TrialsSquares">The sum of the squares of trials by problem.</param>
[GenerateSerializer, Immutable, Alias("reckon.run-tally")]
public sealed record RunTally(
    [property: Id(0)] string Run,
    [property: Id(1)] string Selection,
    [property: Id(2)] long Problems,
    [property: Id(3)] long Trials,
    [property: Id(4)] long Correct,
    [property: Id(5)] long CorrectSquares,
    [property: Id(6)] long CorrectTrials,
    [property: Id(7)] long TrialsSquares);
