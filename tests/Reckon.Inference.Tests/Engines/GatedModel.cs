using System.Collections.Concurrent;
using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Engines;

/// <summary>A simulated model that fails, waits or answers nonsense on command.</summary>
internal sealed class GatedModel(IModel inner) : IModel
{
    private readonly SemaphoreSlim _steps = new(0);
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly ConcurrentQueue<string> _log = new();
    private volatile bool _isGated;

    /// <summary>The next decode step fails with this, once.</summary>
    public Exception? NextFault { get; set; }

    /// <summary>The next decode step gives this row no numbers, once.</summary>
    public int? NextNaNRow { get; set; }

    /// <summary>The next prefill gives this for every logit, once.</summary>
    public float? NextPromptLogit { get; set; }

    /// <summary>Rows of a decode step for which there is memory.</summary>
    public int MostRows { get; set; } = int.MaxValue;

    /// <summary>Tokens of another run for which there is memory.</summary>
    public int MostTokens { get; set; } = int.MaxValue;

    /// <summary>A run fails, and all rows in it, when it is to read this token.</summary>
    public int? Poison { get; set; }

    /// <summary>Told when a run begins, and when it has ended.</summary>
    public Action<bool>? Running { get; set; }

    /// <summary>Whether rows can no longer be moved.</summary>
    public bool BreaksAtMoves { get; set; }

    /// <summary>The next copy from slot to slot fails, once.</summary>
    public bool BreaksAtNextFork { get; set; }

    /// <summary>The next copy into the prefix cache fails, once.</summary>
    public bool BreaksAtNextStore { get; set; }

    /// <summary>Whether logits change a little with the number of rows, as they do with some kernels.</summary>
    public bool MindsItsBatch { get; init; }

    /// <summary>Batches of so many rows or more have other logits.</summary>
    public int MindsBatchesFrom { get; init; } = int.MaxValue;

    /// <summary>Steps beside a row of so many tokens or more have other logits.</summary>
    public int MindsNeighboursFrom { get; init; } = int.MaxValue;

    public bool IsDisposed { get; private set; }

    public ModelLimits Limits => inner.Limits;

    public int LongestBatch { get; private set; }

    /// <summary>Prefills and forks, in order.</summary>
    public IReadOnlyCollection<string> Log => _log;

    /// <summary>Rows that were moved to another slot.</summary>
    public int Moves { get; private set; }

    /// <summary>From now on decode steps wait for <see cref="Release"/>: what an earlier gate let pass or saw arrive does not count.</summary>
    public void Gate()
    {
        Empty(_steps);
        Empty(_arrivals);
        _isGated = true;
    }

    public void Release(int steps) => _steps.Release(steps);

    /// <summary>Lets all steps pass again.</summary>
    public void Open()
    {
        _isGated = false;
        _steps.Release(1_000);
    }

    /// <summary>Ends when a decode step has come to the gate.</summary>
    public Task ArrivedAsync() => _arrivals.WaitAsync(TestContext.Current.CancellationToken);

    public int LengthOf(int slot) => inner.LengthOf(slot);

    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens)
    {
        _log.Enqueue("prefill");
        Check(tokens, MostTokens);
        Tell();
        var logits = inner.Prefill(slot, tokens);
        if (NextPromptLogit is not { } logit)
        {
            return logits;
        }

        NextPromptLogit = null;
        return Enumerable.Repeat(logit, logits.Length).ToArray();
    }

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens)
    {
        _log.Enqueue("extend");
        Check(tokens, MostTokens);
        return inner.Extend(slot, tokens);
    }

    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens)
    {
        LongestBatch = Math.Max(LongestBatch, tokens.Length);
        if (_isGated)
        {
            _arrivals.Release();
            _steps.Wait();
        }

        if (NextFault is { } fault)
        {
            NextFault = null;
            throw fault;
        }

        Check(tokens, MostRows);
        Tell();
        var logits = inner.Decode(tokens);
        var rows = tokens.Length;
        if (MindsItsBatch || rows >= MindsBatchesFrom || Enumerable.Range(0, rows).Any(row => inner.LengthOf(row) >= MindsNeighboursFrom))
        {
            return logits.ToArray().Select(logit => logit + (1e-3f * rows)).ToArray();
        }

        if (NextNaNRow is not { } row)
        {
            return logits;
        }

        NextNaNRow = null;
        var spoilt = logits.ToArray();
        spoilt.AsSpan(row * Limits.Logits, Limits.Logits).Fill(float.NaN);
        return spoilt;
    }

    public void Fork(int source, int target)
    {
        _log.Enqueue("fork");
        if (BreaksAtNextFork)
        {
            BreaksAtNextFork = false;
            throw new InvalidOperationException("The device is lost.");
        }

        inner.Fork(source, target);
    }

    public void MoveRow(int source, int target)
    {
        if (BreaksAtMoves)
        {
            throw new InvalidOperationException("The device is lost.");
        }

        Moves += source == target ? 0 : 1;
        inner.MoveRow(source, target);
    }

    public void Store(int slot, int start, ReadOnlySpan<int> blocks)
    {
        if (BreaksAtNextStore)
        {
            BreaksAtNextStore = false;
            throw new InvalidOperationException("The block is lost.");
        }

        inner.Store(slot, start, blocks);
    }

    public void Restore(int slot, ReadOnlySpan<int> blocks) => inner.Restore(slot, blocks);

    public void Rewind(int slot, int length) => inner.Rewind(slot, length);

    public void Dispose() => IsDisposed = true;

    private void Tell()
    {
        Running?.Invoke(true);
        Running?.Invoke(false);
    }

    private void Check(ReadOnlySpan<int> tokens, int most)
    {
        if (tokens.Length > most)
        {
            throw new DeviceMemoryException(new InvalidOperationException($"No memory for {tokens.Length}."));
        }

        if (Poison is { } token && tokens.Contains(token))
        {
            throw new InvalidOperationException($"The token {token} cannot be read.");
        }
    }

    private static void Empty(SemaphoreSlim semaphore)
    {
        while (semaphore.Wait(0))
        {
            // One less.
        }
    }
}
