using System.Collections.Immutable;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>What a row of the batch is doing: reading a prefix again, or writing what some children of its request have in common.</summary>
internal sealed class ProposeRow
{
    private readonly ImmutableArray<int> _replay;
    private int _replayed; // Tokens that need not be handed out any more.

    /// <summary>A row for all children of a request, which reads the prefix first.</summary>
    public ProposeRow(ProposeJob job) => (Job, _replay) = (job, job.Replay);

    private ProposeRow(ProposeJob job, Continuation continuation, ImmutableArray<int> replay) =>
        (Job, Continuation, _replay) = (job, continuation, replay);

    public ProposeJob Job { get; }

    /// <summary>What is being written; null while the prefix is read for the first time.</summary>
    public Continuation? Continuation { get; private set; }

    /// <summary>The token that the next decode step reads into this row.</summary>
    public int NextToken { get; set; }

    /// <summary>Whether the next logits are drawn from; otherwise they follow a token that is read again.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Whether it reads again what a row had read before it had to wait.</summary>
    public bool IsRecomputing => Continuation is not null && !IsWriting;

    /// <summary>Whether tokens are read again behind the prompt.</summary>
    public bool HasReplay => !_replay.IsEmpty;

    /// <summary>A row that goes on with another's text, from a copy of its slot.</summary>
    public static ProposeRow Of(ProposeJob job, Continuation continuation) => new(job, continuation, []) { IsWriting = true };

    /// <summary>The same row, which reads all again because its slot is lost.</summary>
    public ProposeRow Recompute() => new(Job, Continuation!, [.. Job.Replay, .. Continuation!.Written()]); // Only of a row that writes.

    /// <summary>Takes the next token to be read again, or returns false when all have been.</summary>
    public bool TryReplayNext()
    {
        if (_replayed == _replay.Length)
        {
            return false;
        }

        NextToken = _replay[_replayed++];
        return true;
    }

    /// <summary>Begins behind the first of the tokens to be read again: the row holds them already.</summary>
    public void SkipTo(int replayed) => _replayed = replayed;

    /// <summary>Writes from now on.</summary>
    public void Write(Continuation continuation) => (Continuation, IsWriting) = (continuation, true);
}
