using System.Runtime.CompilerServices;
using Reckon.Cli.Progress;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Running;

/// <summary>Takes one sweep from its start to its results, as a client, wherever the cluster is and wherever the results go.</summary>
internal sealed class SweepSession(SweepClient client, SweepInputs inputs, TimeProvider time)
{
    private const int TreesAtOnce = 8; // Enough to hide the time of a call.

    private readonly SweepWatch _watch = new(client, inputs, time);
    private readonly long _since = time.GetTimestamp();

    /// <summary>Starts the sweep, or resumes it.</summary>
    /// <param name="amends">The hashes of the sweeps that it adds to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task StartAsync(IEnumerable<string> amends, CancellationToken cancellationToken)
    {
        var submission = inputs.Submission;
        var terms = submission.Terms with { Amends = string.Join(' ', amends) };
        var manifest = inputs.Record.Identity.Canonical is { } identity ? ManifestJson.Write(new SweepManifest(inputs.Header, identity)) : "";
        return client.StartAsync(submission with { Terms = terms }, manifest, cancellationToken);
    }

    /// <summary>The sweep's progress, repeatedly, until it is finished.</summary>
    public IAsyncEnumerable<SweepProgress> UpdatesAsync(CancellationToken cancellationToken) => _watch.UpdatesAsync(cancellationToken);

    /// <summary>Asks the sweep to stop; what is finished stays.</summary>
    public Task StopAsync() => client.StopAsync();

    /// <summary>
    /// What the devices have done so far; <paramref name="isRepeatable"/> is what they reported when they opened the models. Waits
    /// for their last report.
    /// </summary>
    public Task<Timing> TimingAsync(bool isRepeatable) => _watch.TimingAsync(time.GetElapsedTime(_since), isRepeatable);

    /// <summary>The trees of each problem that the finished sweep ran, in the dataset's order, as members of a gzip file.</summary>
    public async IAsyncEnumerable<(string ProblemId, byte[] Member)> TreesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = new Queue<Task<byte[]>>();
        var problems = inputs.Dataset.Problems[..^(await client.StatusAsync()).ProblemsNotRun];
        for (var place = 0; place < problems.Length; place++)
        {
            while (asked.Count < TreesAtOnce && place + asked.Count < problems.Length)
            {
                asked.Enqueue(client.TreesAsync(place + asked.Count, cancellationToken));
            }

            yield return (problems[place].Id, await asked.Dequeue());
        }
    }

    /// <summary>
    /// The documents of all outcomes of the finished sweep, in the order of problems and trials. <paramref name="read"/> gets each of them, small:
    /// they are too many to be held as they are.
    /// </summary>
    /// <exception cref="InvalidOperationException">Trials have neither an outcome nor a failure.</exception>
    public async IAsyncEnumerable<string> OutcomesAsync(
        Action<TrialOutcome> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var status = await client.StatusAsync();
        var compact = new CompactOutcomes();
        var count = 0;
        await foreach (var document in client.OutcomesAsync(cancellationToken))
        {
            read(compact.Of(OutcomeJson.Read(document)));
            count++;
            yield return document;
        }

        if (count + status.TrialsFailed != inputs.TrialsWithout(status.ProblemsNotRun))
        {
            throw new InvalidOperationException(
                $"Of {inputs.Trials} trials {count} have outcomes and {status.TrialsFailed} failed. Run the same command to resume.");
        }
    }

    /// <summary>The results of the finished sweep.</summary>
    /// <param name="outcomes">What was read of its outcomes.</param>
    /// <param name="timing">How long it took.</param>
    /// <param name="trees">What its trees tell; null where none are kept.</param>
    public async Task<SweepResults> ResultsAsync(IEnumerable<TrialOutcome> outcomes, Timing timing, TreeFigures? trees)
    {
        var status = await client.StatusAsync();
        var notRun = inputs.Dataset.Problems[^status.ProblemsNotRun..].Select(problem => problem.Id);
        var summary = SummaryBuilder.Build(inputs.Spec, inputs.Header, outcomes, timing, trees?.BuildPools(), [.. notRun]);
        return new SweepResults(trees?.AddAttentionTo(summary) ?? summary, status);
    }
}
