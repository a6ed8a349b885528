using System.Text.Json;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;

namespace Reckon.Api.Sweeps;

/// <summary>Makes the summary of a sweep from its outcomes.</summary>
internal sealed class SummaryMaker(IGrainFactory grains, ISweepPreparation preparation, TimeProvider time)
{
    /// <summary>The largest sweep, in trials: about 200 bytes of each are in memory at once.</summary>
    public const long MostTrials = 1_000_000;

    /// <summary>The summary of the sweep called <paramref name="id"/> as it stands.</summary>
    /// <exception cref="InvalidOperationException">It has none; the message says why.</exception>
    public async Task<SummaryView> MakeAsync(string id, CancellationToken cancellationToken)
    {
        var coordinator = grains.GetGrain<ICoordinatorGrain>(id);
        var (details, status) = (await DetailsEndpoint.KnownAsync(id, grains), await coordinator.GetStatusAsync());
        var asOf = time.GetUtcNow();
        if (details.Manifest.Length == 0 || status.TrialsDone > MostTrials)
        {
            throw new SweepPhaseException(id, details.Manifest.Length == 0
                ? "was handed in by a program that did not say what a summary needs. Submit it again under another id: what was drawn is kept."
                : $"has more than {MostTrials} trials, too many for a summary over HTTP. 'reckon results {id} --out FOLDER' makes it.");
        }

        var spec = SweepDocument.Read(details.Terms.Spec, preparation.Strategies);
        var outcomes = await OutcomesAsync(coordinator, cancellationToken);
        var notRun = status.ProblemsNotRun == 0
            ? []
            : (await coordinator.GetProblemIdsAsync())[^status.ProblemsNotRun..];
        var summary = SummaryBuilder.Build(spec, ManifestJson.Read(details.Manifest).Header, outcomes, notRun: notRun);
        using var document = JsonDocument.Parse(SummaryJson.Write(summary));
        return new SummaryView(asOf, id, status.Phase, status.TrialsTotal, outcomes.Count, document.RootElement.Clone());
    }

    private static async Task<List<TrialOutcome>> OutcomesAsync(ICoordinatorGrain coordinator, CancellationToken cancellationToken)
    {
        var compact = new CompactOutcomes();
        List<TrialOutcome> outcomes = [];
        for (OutcomeCursor? next = new OutcomeCursor(); next is { } from;)
        {
            var page = await coordinator.GetOutcomesAsync(from).WaitAsync(cancellationToken);
            outcomes.AddRange(page.Outcomes.Select(outcome => compact.Of(OutcomeJson.Read(outcome))));
            next = page.Next;
        }

        return outcomes;
    }
}
