using System.Collections.Concurrent;
using System.Reflection;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Workers;

namespace Reckon.System.Tests.Silos;

/// <summary>
/// Loses, delays and repeats calls between a cluster's parts by a plan that is drawn from a seed. What is lost is the call or its reply: the
/// caller cannot tell, and is told that it was not answered in time. What is repeated is carried out twice.
/// </summary>
internal sealed class ReplyFaults(int seed) : IOutgoingGrainCallFilter
{
    private const int OneOf = 8; // Calls of which one goes wrong in each way.
    private static readonly TimeSpan _late = TimeSpan.FromMilliseconds(300);

    // What parts of the cluster call; what the test itself calls is left alone.
    private static readonly HashSet<string> _calls =
    [
        $"{nameof(IWorkerGrain)}.{nameof(IWorkerGrain.ProposeAsync)}", $"{nameof(IWorkerGrain)}.{nameof(IWorkerGrain.JudgeAsync)}",
        $"{nameof(ISearchNodeGrain)}.{nameof(ISearchNodeGrain.ExpandAsync)}",
        $"{nameof(ICoordinatorGrain)}.{nameof(ICoordinatorGrain.TryReserveAsync)}", $"{nameof(ICoordinatorGrain)}.{nameof(ICoordinatorGrain.SettleAsync)}",
        $"{nameof(ICoordinatorGrain)}.{nameof(ICoordinatorGrain.ReportAsync)}", $"{nameof(ICoordinatorGrain)}.{nameof(ICoordinatorGrain.PausedAsync)}",
        $"{nameof(IProblemGrain)}.{nameof(IProblemGrain.EnsureRunningAsync)}",
    ];

    private readonly Random _random = new(seed); // Guarded by itself.
    private readonly AsyncLocal<bool> _isRepeating = new();

    /// <summary>How often each fault met each call.</summary>
    public ConcurrentDictionary<(string Fault, string Call), int> Done { get; } = new();

    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var call = $"{context.InterfaceMethod?.DeclaringType?.Name}.{context.InterfaceMethod?.Name}";
        if (_isRepeating.Value || !_calls.Contains(call))
        {
            await context.Invoke();
            return;
        }

        switch (Draw())
        {
            case 0:
                Note("call lost", call);
                throw new TimeoutException("The call was lost.");
            case 1:
                await context.Invoke();
                Note("reply lost", call);
                throw new TimeoutException("The reply was lost.");
            case 2:
                await context.Invoke();
                Note("reply late", call);
                await Task.Delay(_late);
                break;
            case 3:
                Note("call repeated", call);
                await RepeatAsync(context);
                await context.Invoke();
                break;
            default:
                await context.Invoke();
                break;
        }
    }

    private int Draw()
    {
        lock (_random)
        {
            return _random.Next(4 * OneOf);
        }
    }

    private void Note(string fault, string call) => Done.AddOrUpdate((fault, call), 1, (_, before) => before + 1);

    private async Task RepeatAsync(IOutgoingGrainCallContext context)
    {
        _isRepeating.Value = true;
        try
        {
            await (Task)context.InterfaceMethod.Invoke(context.Grain, ArgumentsOf(context))!;
        }
        catch (Exception cause) when (cause is not TargetInvocationException)
        {
            // Whatever became of it, the call itself follows.
        }
        finally
        {
            _isRepeating.Value = false;
        }
    }

    // A token is no argument of the message.
    private static object?[] ArgumentsOf(IOutgoingGrainCallContext context)
    {
        var parameters = context.InterfaceMethod.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var (i, sent) = (0, 0); i < parameters.Length; i++)
        {
            arguments[i] = parameters[i].ParameterType == typeof(CancellationToken)
                ? CancellationToken.None
                : context.Request.GetArgument(sent++);
        }

        return arguments;
    }
}
