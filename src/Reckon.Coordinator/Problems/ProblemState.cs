using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Terms;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;

namespace Reckon.Coordinator.Problems;

/// <summary>What a problem saves: the outcomes of its finished trials.</summary>
[GenerateSerializer, Alias("reckon.problem-state")]
internal sealed class ProblemState
{
    /// <summary>The sweep's hash that the outcomes belong to.</summary>
    [Id(0)]
    public string SpecHash { get; set; } = "";

    /// <summary>The version of grading that the outcomes come from.</summary>
    [Id(2)]
    public int GradingVersion { get; set; } = Grading.GradingVersion.Current;

    /// <summary>Finished trials, in the order in which they finished.</summary>
    [Id(1)]
    public List<FinishedTrial> Finished { get; set; } = [];

    /// <summary>The format of the outcomes: <see cref="OutcomeJson.Form"/> of the program that wrote them.</summary>
    [Id(3)]
    public string Form { get; set; } = "";

    /// <summary>The state of a sweep with other terms: nothing yet, or what was finished of the sweep that it adds to.</summary>
    /// <param name="terms">The other terms.</param>
    /// <param name="trials">Their trials.</param>
    public ProblemState For(SweepTerms terms, ImmutableArray<TrialSpec> trials) => new()
    {
        SpecHash = terms.SpecHash,
        Form = OutcomeJson.Form,
        Finished = terms.AddsTo(SpecHash) && IsOf(SpecHash) ? [.. Among(trials)] : [],
    };

    /// <summary>
    /// Whether the outcomes belong to the sweep with this hash, and have the current version of grading and the current format.
    /// </summary>
    public bool IsOf(string specHash) =>
        SpecHash == specHash && GradingVersion == Grading.GradingVersion.Current && Form == OutcomeJson.Form;

    // A trial that both sweeps have is another one of the list in each.
    private IEnumerable<FinishedTrial> Among(ImmutableArray<TrialSpec> trials)
    {
        var places = trials.Index().ToDictionary(trial => (trial.Item.Strategy.Label, trial.Item.Seed), trial => trial.Index);
        foreach (var finished in Finished)
        {
            var outcome = OutcomeJson.Read(finished.Outcome);
            if (places.TryGetValue((outcome.Run, outcome.Seed), out var place))
            {
                yield return finished with { Trial = place };
            }
        }
    }
}
