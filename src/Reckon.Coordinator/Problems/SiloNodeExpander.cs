using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Problems;
using Reckon.Coordinator.Nodes;
using Reckon.Coordinator.Telemetry;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Problems;

/// <summary>
/// Expands nodes by asking those of this silo. A node always gives the same answer, so a call whose outcome is unknown is repeated.
/// </summary>
internal sealed class SiloNodeExpander(
    OpenNodes nodes, NodeIds ids, TrialPlan plan, ProblemSpans spans, TimeProvider time, ILogger logger) : INodeExpander
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(1); // Whoever waits longer notices late that the store is back.
    private readonly NewNodes _new = new();

    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        var key = plan.NodeKey(request.Prefix);
        var isNew = _new.Take(key, plan.ParentKey(request.Prefix), request.Prefix.Path is [.., var last] ? last : 0);
        var message = plan.MessageFor(request, isNew);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await AskAsync(ids.Of(key), message, cancellationToken);
                _new.Note(key, answer.FirstDrawn);
                return answer.Reply;
            }
            catch (Exception cause) when (attempt < MaxAttempts && IsTransient(cause))
            {
                message = message with { IsNew = false }; // It may have drawn children before its answer was lost.
                logger.LogDebug(cause, "Node {Node} did not answer; starting attempt {Attempt}", key, attempt + 1);
                await Task.Delay(PauseAfter(attempt), time, cancellationToken);
            }
        }
    }

    // On the thread pool: the nodes of a round work side by side, and what runs in a grain takes turns.
    private Task<NodeExpanded> AskAsync(GrainId node, ExpandNode message, CancellationToken cancellationToken)
    {
        var (before, round) = (Activity.Current, spans.Current);
        Activity.Current = round ?? before;
        var answer = Task.Run(() => nodes.ExpandAsync(node, message, cancellationToken), cancellationToken);
        Activity.Current = before;
        return answer;
    }

    private static TimeSpan PauseAfter(int attempt) => TimeSpan.FromTicks(Math.Min((_firstPause * (1 << attempt)).Ticks, _longestPause.Ticks));

    private static bool IsTransient(Exception cause) => cause is OrleansException or TimeoutException;
}
