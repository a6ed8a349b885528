using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Prompts;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// The forward of prompts: reads one prompt at a time, in pieces, so that running rows need not wait for all of a long one. What the
/// prefix cache holds of it is restored and not read. Used by one thread.
/// </summary>
/// <param name="model">What reads.</param>
/// <param name="prefixes">What is cached.</param>
/// <param name="prefillSlot">Holds a prompt between two pieces. No running row uses it, because the prompt counts as a row itself.</param>
/// <param name="counters">Of the engine.</param>
/// <param name="seat">At the device.</param>
internal sealed class Prefiller(IModel model, CachedPrefixes prefixes, int prefillSlot, EngineCounters counters, DeviceSeat seat)
{
    private readonly MemoryLimit _piece = new(PromptPieces.LeastRoom, model.Limits.ContextTokens);
    private IReadOnlyList<PrefixNode<float[]>>? _cached; // Null before the cache has been asked.
    private int _slot;
    private int _read;

    /// <summary>The row whose prompt is being read; null when none is.</summary>
    public ProposeRow? Row { get; private set; }

    /// <summary>Tokens of it still to be read.</summary>
    public int UnreadTokens => Row is null ? 0 : Row.Job.Prompt.Length - _read;

    /// <summary>Tokens of prompts that may still be read in this step.</summary>
    public int RoomTokens { get; private set; }

    /// <summary>Begins a step, which may read <paramref name="roomTokens"/> tokens of prompts.</summary>
    public void BeginStep(int roomTokens) => RoomTokens = roomTokens;

    /// <summary>Takes a row whose prompt is to be read, when no other is.</summary>
    public void Take(ProposeRow row) => (Row, _cached, _read) = (row, null, 0);

    /// <summary>Forgets the row.</summary>
    public void Release() => (Row, _cached, _read) = (null, null, 0);

    /// <summary>
    /// Reads the next piece. Returns whether it was the last, or failed: the row is released then, and unless it failed,
    /// <paramref name="nextSlot"/> holds its prompt and what was cached of its steps.
    /// </summary>
    /// <param name="nextSlot">Where the next row of the batch belongs.</param>
    /// <param name="output">The row and the logits after its prompt.</param>
    public bool TryForward(int nextSlot, out RowOutput output)
    {
        var row = Row!; // Set by Take.
        try
        {
            var cached = _cached ??= Restore(row, nextSlot);
            var logits = UnreadTokens == 0 ? cached[row.Job.PromptEnd].Value : Read(row);
            var isRead = UnreadTokens == 0;
            MoveTo(isRead ? nextSlot : prefillSlot);
            output = new RowOutput(nextSlot, row, logits);
            if (!isRead)
            {
                return false;
            }
        }
        catch (Exception fault)
        {
            output = new RowOutput(nextSlot, row, default, fault);
        }

        Release();
        return true;
    }

    // A short prompt is read where its row will run.
    private IReadOnlyList<PrefixNode<float[]>> Restore(ProposeRow row, int nextSlot)
    {
        var cached = prefixes.Find(row);
        _read = cached.Count > row.Job.PromptEnd ? row.Job.Prompt.Length : cached.Sum(node => node.Blocks.Length);
        _slot = UnreadTokens == 0 || NextTokens() == UnreadTokens ? nextSlot : prefillSlot;
        prefixes.Restore(row, cached, _slot);
        row.SkipTo(Math.Max(0, model.LengthOf(_slot) - row.Job.Prompt.Length));
        return cached;
    }

    private void MoveTo(int slot)
    {
        model.MoveRow(_slot, slot);
        _slot = slot;
    }

    private ReadOnlySpan<float> Read(ProposeRow row)
    {
        var (tokens, since) = (NextTokens(), 0L);
        ReadOnlySpan<float> logits;
        try
        {
            using var turn = seat.Take();
            since = counters.Now();
            var piece = row.Job.Prompt.AsSpan(_read, tokens);
            logits = _read == 0 ? model.Prefill(_slot, piece) : model.Extend(_slot, piece);
        }
        catch (Exception fault) when (DeviceMemoryException.Is(fault) && _piece.TryShrink(tokens))
        {
            counters.RanShortOfMemory();
            RoomTokens = 0; // The next step tries less.
            return [];
        }

        _piece.Succeed();
        counters.Prefilled(tokens, replayed: 0, since);
        (_read, RoomTokens) = (_read + tokens, RoomTokens - tokens);
        if (UnreadTokens == 0 && !row.IsRecomputing)
        {
            prefixes.StorePrompt(row.Job, _slot, logits);
        }

        return logits;
    }

    private int NextTokens() => PromptPieces.Next(UnreadTokens, Math.Min(RoomTokens, _piece.Current));
}
