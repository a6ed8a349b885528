using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Benchmarks.Scale;

/// <summary>Judges at the pace of a device; the scores are those of a hash.</summary>
internal sealed class FleetVerifier(FleetClock clock) : IVerifierEngine
{
    private readonly FleetDevice _device = new(clock, FleetPace.Rows, queueLimit: 1_024);

    public static ModelCard ModelCard { get; } =
        new("fleet-verifier", "1", new string('b', 64), 7_000_000_000, 4_096, ModelRole.Verifier);

    public ModelCard Card => ModelCard;

    public EngineLoad Load => _device.Load;

    public EngineMetrics Metrics => _device.Metrics(isProposer: false);

    public bool TryJudge(
        Prefix prefix,
        ImmutableArray<Proposal> continuations,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<JudgeReply>? reply)
    {
        var done = new TaskCompletionSource<JudgeReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        reply = done.Task;
        return _device.TryRun(
            Math.Max(1, continuations.Length), FleetPace.Judging, continuations.Length * FleetPace.StepTokens,
            () => done.TrySetResult(new JudgeReply([.. continuations.Select(continuation => VerdictOn(prefix, continuation))], 120)));
    }

    public void HandBack()
    {
        // Nobody drains a fleet.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Verdict VerdictOn(Prefix prefix, Proposal continuation) => new(
        [.. continuation.Steps.Select((step, i) => ScoreOf(prefix, step, i))],
        [.. continuation.Steps.Select(_ => FleetPace.StepTokens)]);

    private static double ScoreOf(Prefix prefix, Step step, int place)
    {
        var hash = step.Text.Aggregate((uint)(prefix.Path.Length + place), (sum, letter) => (sum * 31) + letter);
        return (hash % 1_000) / 1_000.0;
    }
}
