using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reckon.Cli.Running;

/// <summary>The memory that a run takes. The system ends a process that takes too much, without a word; so a word is said before.</summary>
/// <param name="usedBytes">The memory of this process, in bytes.</param>
/// <param name="limitBytes">The memory of the machine, or of the container, in bytes; null where it is not known.</param>
/// <param name="warn">Takes the warning.</param>
internal sealed class MemoryRoom(Func<long> usedBytes, long? limitBytes, Func<string, Task> warn)
{
    private const double Share = 0.8;
    private const double Gibibyte = 1L << 30;

    private bool _hasWarned;

    /// <summary>The room of this process; <paramref name="warn"/> takes the warning.</summary>
    public static MemoryRoom OfProcess(Func<string, Task> warn) => new(() => Environment.WorkingSet, LimitBytes(), warn);

    /// <summary>Passes <paramref name="updates"/> on, with a look at the memory at each; warns once.</summary>
    public async IAsyncEnumerable<T> GuardAsync<T>(
        IAsyncEnumerable<T> updates, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            await CheckAsync();
            yield return update;
        }
    }

    private async Task CheckAsync()
    {
        if (_hasWarned || limitBytes is not { } limit)
        {
            return;
        }

        var used = usedBytes();
        if (used < Share * limit)
        {
            return;
        }

        _hasWarned = true;
        await warn(string.Create(
            CultureInfo.InvariantCulture,
            $"warning: the run takes {used / Gibibyte:0.0} GiB of {limit / Gibibyte:0.0} GiB of memory, and may be"
            + $" ended by the system. What is finished is kept; interrupt it and resume with fewer rows (--rows), fewer problems at once"
            + $" (--problems) or a smaller engine.maxKeptTokens."));
    }

    // With a limit of its own for managed memory, the runtime tells that one, and the models' memory is not in it.
    private static long? LimitBytes() =>
        GC.GetConfigurationVariables().TryGetValue("GCHeapHardLimit", out var limit) && Convert.ToInt64(limit, CultureInfo.InvariantCulture) > 0
            ? null
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
}
