using System.Collections.Immutable;
using System.Globalization;
using Reckon.Api.Sweeps;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Client;

/// <summary>
/// Makes of a sweep in a cluster the folder that <c>reckon run</c> would have made. What was fetched stays when it is interrupted; of the
/// results never more than a page is in memory, and at the end what a summary needs.
/// </summary>
internal sealed class SweepDownload(RemoteSweep remote, StrategyRegistry strategies)
{
    /// <summary>Fetches the results of the sweep into the folder <paramref name="path"/>, and returns them.</summary>
    /// <exception cref="DownloadRefusedException">The sweep still runs, or changed meanwhile, or does not say what a folder needs.</exception>
    /// <exception cref="ResultsFolderException">The folder cannot be used.</exception>
    public async Task<SweepSummary> RunAsync(string path, CancellationToken cancellationToken)
    {
        var (details, status) = (await remote.DetailsAsync(cancellationToken), await remote.StatusAsync(cancellationToken));
        var manifest = ManifestJson.Read(DownloadRefusedException.Check(details, status));
        var problems = await ProblemsAsync(cancellationToken);
        var record = RecordOf(details, manifest, problems);
        using var folder = ResultsFolder.Open(path, record.Identity, isAmending: true);
        folder.Claim(record);
        var state = DownloadState.TryRead(folder, KeyOf(status)) ?? Fresh(folder, status);
        state = state.HasTrees || !record.Spec.KeepsTrees ? state : await FetchTreesAsync(folder, state, cancellationToken);
        _ = state.HasOutcomes ? state : await FetchOutcomesAsync(folder, state, cancellationToken);
        if (KeyOf(await remote.StatusAsync(cancellationToken)) != KeyOf(status))
        {
            throw DownloadRefusedException.Changed(remote.Id);
        }

        ImmutableArray<string> notRun = [.. problems[^status.ProblemsNotRun..].Select(problem => problem.Id)];
        var summary = SummaryOf(folder, record.Spec, manifest.Header, notRun);
        ResultsWriter.WriteSummary(folder, summary);
        DownloadState.Delete(folder);
        return summary;
    }

    private static string KeyOf(SweepView status) => string.Create(
        CultureInfo.InvariantCulture, $"{status.SpecHash} {status.Phase} {status.Done} {status.Failed} {status.ProblemsNotRun}");

    private static DownloadState Fresh(ResultsFolder folder, SweepView status)
    {
        using (new TreesWriter(folder.Path))
        {
            // Throws the draft of an earlier state away.
        }

        return new DownloadState(KeyOf(status)).Save(folder);
    }

    private SweepRecord RecordOf(DetailsView details, SweepManifest manifest, IEnumerable<ProblemView> problems) =>
        new(details.SpecHash, SweepDocument.Read(details.Spec.GetRawText(), strategies), AnswerDocument.Read(details.Answers.GetRawText()))
        {
            Identity = new SweepIdentity(
                details.SpecHash,
                manifest.Identity,
                problems.ToImmutableSortedDictionary(problem => problem.Id, problem => problem.Digest, StringComparer.Ordinal),
                Amends: []),
        };

    private async Task<ImmutableArray<ProblemView>> ProblemsAsync(CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<ProblemView>();
        for (string? cursor = null, next = ""; next is not null; cursor = next)
        {
            var page = await remote.ProblemsAsync(cursor, cancellationToken);
            problems.AddRange(page.Items);
            next = page.Cursor;
        }

        return problems.ToImmutable();
    }

    private async Task<DownloadState> FetchTreesAsync(ResultsFolder folder, DownloadState state, CancellationToken cancellationToken)
    {
        using var writer = new TreesWriter(folder.Path, isResuming: true);
        for (var isMore = true; isMore;)
        {
            var page = await remote.TreesAsync(writer.Count, cancellationToken);
            foreach (var item in page.Items)
            {
                writer.Add(item.Problem, item.Gzip);
            }

            writer.Save();
            isMore = page.Truncated;
        }

        writer.Complete();
        return (state with { HasTrees = true }).Save(folder);
    }

    private async Task<DownloadState> FetchOutcomesAsync(ResultsFolder folder, DownloadState state, CancellationToken cancellationToken)
    {
        using var draft = new OutcomesDraft(folder, state.Bytes);
        for (var isMore = true; isMore;)
        {
            var (lines, next) = await remote.OutcomesAsync(state.Cursor, cancellationToken);
            state = (state with { Cursor = next, Bytes = draft.Add(lines) }).Save(folder);
            isMore = next is not null;
        }

        draft.Complete();
        return (state with { HasOutcomes = true }).Save(folder);
    }

    private static SweepSummary SummaryOf(ResultsFolder folder, SweepSpec spec, SummaryHeader header, ImmutableArray<string> notRun)
    {
        var pools = new TreePools(spec);
        if (spec.KeepsTrees)
        {
            var trees = TreesReader.Open(folder.Path);
            foreach (var entry in trees.Entries)
            {
                pools.Add(ProblemTreesJson.ReadWithoutSteps(trees.Lines(entry)));
            }
        }

        var compact = new CompactOutcomes();
        var outcomes = File.ReadLines(folder.File(ResultsWriter.OutcomesName)).Select(line => compact.Of(OutcomeJson.Read(line)));
        return SummaryBuilder.Build(spec, header, outcomes, pools: pools.Build(), notRun: notRun);
    }
}
