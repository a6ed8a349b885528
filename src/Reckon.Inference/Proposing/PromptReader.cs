using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Prompts;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Reads one prompt at a time, in pieces, so that rows which run need not wait for all of a long one. While it is being read
/// it stands in a slot behind those that run.
/// </summary>
internal sealed class PromptReader(IModel model, CachedPrefixes prefixes, EngineCounters counters, DeviceSeat seat)
{
    private readonly MemoryLimit _piece = new(PromptPieces.LeastRoom, model.Limits.ContextTokens);
    private IReadOnlyList<PrefixNode<float[]>> _cached = [];
    private int _read;

    /// <summary>What is cached for requests to come.</summary>
    public CachedPrefixes Prefixes => prefixes;

    /// <summary>Whose prompt is being read; null when none is.</summary>
    public ProposeRow? Row { get; private set; }

    /// <summary>Where it is.</summary>
    public int Slot { get; private set; }

    /// <summary>Tokens of it still to be read.</summary>
    public int UnreadTokens => Row is null ? 0 : Row.Job.Prompt.Length - _read;

    /// <summary>Finds what is cached of the row's text. Nothing has been moved yet.</summary>
    public void Begin(ProposeRow row)
    {
        (_cached, Row) = (prefixes.Find(row), row);
        _read = _cached.Count > row.Job.PromptEnd ? row.Job.Prompt.Length : _cached.Sum(node => node.Blocks.Length);
    }

    /// <summary>Whether the rest can be read at once.</summary>
    public bool IsShort(int roomTokens) => UnreadTokens == 0 || Next(roomTokens) == UnreadTokens;

    /// <summary>Puts what was found into <paramref name="slot"/>.</summary>
    public void Restore(int slot)
    {
        Slot = slot;
        prefixes.Restore(Row!, _cached, slot); // Only between Begin and Take.
        Row!.SkipTo(Math.Max(0, model.LengthOf(slot) - Row.Job.Prompt.Length));
    }

    /// <summary>Moves what has been read so far.</summary>
    public void MoveTo(int slot)
    {
        model.MoveRow(Slot, slot);
        Slot = slot;
    }

    /// <summary>Reads the next piece. Returns whether it was the last.</summary>
    /// <param name="roomTokens">Tokens that may be read; less afterwards.</param>
    /// <param name="logits">Those after the prompt, if it was; empty where steps follow and they were not cached.</param>
    public bool TryRead(ref int roomTokens, out ReadOnlySpan<float> logits)
    {
        var job = Row!.Job; // Only between Begin and Take.
        if (UnreadTokens == 0)
        {
            logits = _cached[job.PromptEnd].Value;
            return true;
        }

        if (TryReadPiece(job, ref roomTokens, out logits) && UnreadTokens == 0)
        {
            if (!Row.IsRecomputing)
            {
                prefixes.StorePrompt(job, Slot, logits);
            }

            return true;
        }

        return false;
    }

    /// <summary>Lets go of the row whose prompt has been read, or has failed.</summary>
    public ProposeRow Take()
    {
        var row = Row!; // Only after Begin.
        (Row, _cached, _read) = (null, [], 0);
        return row;
    }

    private bool TryReadPiece(ProposeJob job, ref int roomTokens, out ReadOnlySpan<float> logits)
    {
        var (tokens, since) = (Next(roomTokens), 0L);
        logits = [];
        try
        {
            using var turn = seat.Take();
            since = counters.Now();
            var piece = job.Prompt.AsSpan(_read, tokens);
            logits = _read == 0 ? model.Prefill(Slot, piece) : model.Extend(Slot, piece);
        }
        catch (Exception fault) when (DeviceMemoryException.Is(fault) && _piece.TryShrink(tokens))
        {
            counters.RanShortOfMemory();
            roomTokens = 0; // Goes on in the next step, with less.
            return false;
        }

        _piece.Succeed();
        counters.Prefilled(tokens, replayed: 0, since);
        (_read, roomTokens) = (_read + tokens, roomTokens - tokens);
        return true;
    }

    private int Next(int roomTokens) => PromptPieces.Next(UnreadTokens, Math.Min(roomTokens, _piece.Current));
}
