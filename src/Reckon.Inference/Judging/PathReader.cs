using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Prompts;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Judging;

/// <summary>
/// Reads paths of chunks into one slot, leaving out what the slot or the prefix cache holds. A chunk is always read by one run after the
/// same chunks, whether those were read or restored, so a score has the same bits either way.
/// </summary>
/// <param name="model">What reads.</param>
/// <param name="cache">What was read before.</param>
/// <param name="counters">Of the engine.</param>
/// <param name="seat">At the device.</param>
/// <param name="mayCut">Whether a chunk that finds no memory may be read in pieces: they must give the same bits.</param>
internal sealed class PathReader(IVerifierModel model, IPrefixCache<ChunkEnd> cache, EngineCounters counters, DeviceSeat seat, bool mayCut)
{
    private const int Slot = 0;
    private readonly MemoryLimit _piece = new(mayCut ? PromptPieces.LeastRoom : model.ContextTokens, model.ContextTokens);
    private ScoredPath _path = new();
    private Func<bool> _isOver = () => false;
    private int _steps;
    private int _first;

    /// <summary>
    /// Begins a request. Forgets what the slot holds, which may be a part of a request that failed.
    /// </summary>
    /// <param name="prefix">What all paths of the request begin with: the prompt, then steps whose scores are not asked for.</param>
    /// <param name="promptChunks">How many of them are the prompt's.</param>
    /// <param name="isOver">Whether the request was cancelled; asked before each chunk is read.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public void Begin(ReadOnlySpan<Chunk> prefix, int promptChunks, Func<bool> isOver)
    {
        model.Clear(Slot);
        (_path, _first, _steps, _isOver) = (new ScoredPath(), prefix.Length, promptChunks, isOver);
        var cached = cache.Match(prefix);
        counters.LookedUp(Tokens(prefix), Tokens(cached, 0));
        Hold(prefix, cached);
    }

    /// <summary>The scores after each chunk that follows the prefix.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public ImmutableArray<double> Read(ReadOnlySpan<Chunk> path)
    {
        var cached = cache.Match(path);
        var known = Math.Max(_first, _path.SharedWith(path)); // By what the slot holds.
        counters.LookedUp(Tokens(path[known..]), Tokens(cached, known));
        Hold(path, cached);
        var scores = ImmutableArray.CreateBuilder<double>(path.Length - _first);
        for (var i = _first; i < path.Length; i++)
        {
            scores.Add(Checked((i < cached.Count ? cached[i].Value : _path[i].End).Score));
        }

        return scores.MoveToImmutable();
    }

    private static int Tokens(IReadOnlyList<PrefixNode<ChunkEnd>> cached, int from) => cached.Skip(from).Sum(node => node.Chunk.Length);

    private static int Tokens(ReadOnlySpan<Chunk> chunks)
    {
        var tokens = 0;
        foreach (var chunk in chunks)
        {
            tokens += chunk.Length;
        }

        return tokens;
    }

    private static bool IsValid(double score) => score is >= 0 and <= 1;

    private static double Checked(double score) =>
        IsValid(score) ? score : throw new InvalidLogitsException($"The verifier gave the score {score}; a score is in [0, 1].");

    // Makes the slot hold the path. Where all scores are known already, the slot stays as it is.
    private void Hold(ReadOnlySpan<Chunk> path, IReadOnlyList<PrefixNode<ChunkEnd>> cached)
    {
        var held = _path.SharedWith(path);
        if (held < path.Length && cached.Count < path.Length)
        {
            GoBackTo(held);
            Restore(cached, held);
            Extend(path);
        }
    }

    private void GoBackTo(int length)
    {
        if (length == _path.Length)
        {
            return;
        }

        if (length == 0)
        {
            model.Clear(Slot);
        }
        else
        {
            model.Rewind(Slot, _path[length - 1].End.After);
        }

        _path.CutTo(length);
    }

    private void Restore(IReadOnlyList<PrefixNode<ChunkEnd>> cached, int from)
    {
        foreach (var node in cached.Skip(from))
        {
            model.Restore(Slot, node.Blocks, node.Value.After);
            _path.Add(new ScoredChunk(node.Chunk, node.Value, node));
        }
    }

    private void Extend(ReadOnlySpan<Chunk> path)
    {
        for (var i = _path.Length; i < path.Length; i++)
        {
            if (_isOver())
            {
                throw new OperationCanceledException();
            }

            var start = model.LengthOf(Slot);
            double score = Score(path[i].Tokens, isReplayed: i >= _steps && i < _first);
            counters.Scored(i < _first ? 0 : 1);
            var end = new ChunkEnd(score, model.Mark(Slot));
            _path.Add(new ScoredChunk(path[i], end, Store(path[i], start, end)));
        }
    }

    // In one run; where memory is short in several, which give the same bits. A model without that property is never cut.
    private float Score(ImmutableArray<int> chunk, bool isReplayed)
    {
        var (read, score) = (0, 0f);
        while (read < chunk.Length)
        {
            var piece = PromptPieces.Next(chunk.Length - read, _piece.Current);
            if (TryRead(chunk.AsSpan(read, piece), isReplayed) is { } last)
            {
                (read, score) = (read + piece, last);
            }
        }

        return score;
    }

    private float? TryRead(ReadOnlySpan<int> piece, bool isReplayed)
    {
        try
        {
            using var turn = seat.Take();
            var since = counters.Now();
            var score = model.Extend(Slot, piece)[^1];
            counters.Prefilled(piece.Length, isReplayed ? piece.Length : 0, since);
            _piece.Succeed();
            return score;
        }
        catch (Exception fault) when (DeviceMemoryException.Is(fault) && _piece.TryShrink(piece.Length))
        {
            counters.RanShortOfMemory(); // Again, with less.
            return null;
        }
    }

    private PrefixNode<ChunkEnd>? Store(Chunk chunk, int start, ChunkEnd end)
    {
        var parent = _path.Length == 0 ? null : _path[_path.Length - 1].Node;
        var isFollowing = _path.Length == 0 || parent is not null;
        return isFollowing && IsValid(end.Score)
            ? cache.Store(parent, chunk, chunk.Length, end, blocks => model.Store(Slot, start, blocks))
            : null;
    }
}
