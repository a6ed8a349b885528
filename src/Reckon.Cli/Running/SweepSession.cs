using Reckon.Cli.Progress;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Running;

/// <summary>Takes one sweep from its start to its results, as a client: knows neither where the cluster is nor where results go.</summary>
internal sealed class SweepSession(SweepClient client, SweepInputs inputs, TimeProvider time)
{
    private readonly SweepWatch _watch = new(client, inputs, time);
    private readonly long _since = time.GetTimestamp();

    /// <summary>Starts the sweep, or resumes it.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => client.StartAsync(inputs.Submission, cancellationToken);

    /// <summary>How far the sweep is, again and again, until it is finished.</summary>
    public IAsyncEnumerable<SweepProgress> UpdatesAsync(CancellationToken cancellationToken) => _watch.UpdatesAsync(cancellationToken);

    /// <summary>Asks the sweep to stop; what is finished stays.</summary>
    public Task StopAsync() => client.StopAsync();

    /// <summary>The results of the finished sweep; <paramref name="isRepeatable"/> is the devices' word on themselves.</summary>
    /// <exception cref="InvalidOperationException">Trials are missing that did not fail either.</exception>
    public async Task<SweepResults> ResultsAsync(bool isRepeatable)
    {
        var status = await client.StatusAsync();
        var outcomes = await client.OutcomesAsync();
        if (outcomes.Length + status.TrialsFailed != inputs.Trials)
        {
            throw new InvalidOperationException(
                $"Of {inputs.Trials} trials {outcomes.Length} have outcomes and {status.TrialsFailed} failed."
                + " Run the same command to resume.");
        }

        var timing = await _watch.TimingAsync(time.GetElapsedTime(_since), isRepeatable);
        return new SweepResults(SummaryBuilder.Build(inputs.Spec, inputs.Header, outcomes, timing), outcomes, status);
    }
}
