using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Statistics;

namespace Reckon.Api.Sweeps;

/// <summary>How a run does so far, over the problems that are done. The summary has the numbers of the end, with an interval of its own.</summary>
/// <param name="Run">The strategy with its parameters.</param>
/// <param name="Selection">How answers were chosen.</param>
/// <param name="Problems">Problems that it is over.</param>
/// <param name="Trials">Trials that it is over.</param>
/// <param name="Accuracy">Share of right answers, in [0, 1]; of tied answers the first counts.</param>
/// <param name="Low">Lower end of the 95 % interval, in which the trials of a problem count as alike as they are.</param>
/// <param name="High">Its upper end.</param>
public sealed record RunView(string Run, string Selection, long Problems, long Trials, double Accuracy, double Low, double High)
{
    /// <summary>The view of a run that has finished a problem.</summary>
    public static RunView Of(RunTally tally)
    {
        var interval = ClusteredInterval.OfSums(
            tally.Problems, tally.Trials, tally.Correct, tally.CorrectSquares, tally.CorrectTrials, tally.TrialsSquares);
        return new RunView(
            tally.Run, tally.Selection, tally.Problems, tally.Trials, (double)tally.Correct / tally.Trials, interval.Low, interval.High);
    }
}
