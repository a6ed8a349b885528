using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Benchmarks.Scale;

/// <summary>Writes steps of real size, at the pace of a device.</summary>
internal sealed class FleetProposer(FleetClock clock) : IProposerEngine
{
    private static readonly ImmutableArray<int> _tokens = [.. Enumerable.Range(10_000, FleetPace.StepTokens)];
    private static readonly ImmutableArray<float> _logProbabilities = [.. Enumerable.Repeat(-0.25f, FleetPace.StepTokens)];

    private readonly FleetDevice _device = new(clock, FleetPace.Rows, queueLimit: 1_024);

    public static ModelCard ModelCard { get; } =
        new("fleet-proposer", "1", new string('a', 64), 7_000_000_000, 4_096, ModelRole.Proposer);

    public ModelCard Card => ModelCard;

    public EngineLoad Load => _device.Load;

    public EngineMetrics Metrics => _device.Metrics(isProposer: true);

    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        var done = new TaskCompletionSource<ProposeReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        reply = done.Task;
        return _device.TryRun(
            request.Count, FleetPace.Step, request.Count * FleetPace.StepTokens, () => done.TrySetResult(ReplyTo(request)));
    }

    public void HandBack()
    {
        // Nobody drains a fleet.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ProposeReply ReplyTo(ExpandRequest request)
    {
        var isLast = request.Prefix.Path.Length == FleetPace.Depth - 1;
        return new ProposeReply(
            [.. Enumerable.Range(request.FirstChild, request.Count).Select(child => new Proposal(
                [StepOf(request.Prefix, child, isLast)], isLast ? Ending.Finished : Ending.Open))],
            PromptTokens: 120);
    }

    // About as many characters as 40 tokens have.
    private static Step StepOf(Prefix prefix, int child, bool isLast)
    {
        var number = string.Join('.', prefix.Path.Add(child));
        var text = isLast
            ? string.Create(CultureInfo.InvariantCulture, $"So, all in all, we find what was asked for, by way of {number}. #### {child % 7}")
            : $"Step {number}: we take what we have so far, rewrite it once more, and see that both sides agree with the last line above, as needed.";
        return new Step(text, _tokens, -10) { TokenLogProbabilities = _logProbabilities };
    }
}
