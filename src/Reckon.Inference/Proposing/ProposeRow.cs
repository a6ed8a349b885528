using System.Collections.Immutable;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>What a row of the batch is doing: replaying a prefix, or writing what some children of its request have in common.</summary>
internal sealed class ProposeRow
{
    private readonly ImmutableArray<int> _replay;
    private int _replayed; // Tokens that have been handed out, or need not be.

    /// <summary>A row for all children of a request, which replays the prefix first.</summary>
    public ProposeRow(ProposeJob job) => (Job, _replay) = (job, job.Replay);

    private ProposeRow(ProposeJob job, Continuation continuation, ImmutableArray<int> replay) =>
        (Job, Continuation, _replay) = (job, continuation, replay);

    public ProposeJob Job { get; }

    /// <summary>The text that is being written; null while the prefix is replayed for the first time.</summary>
    public Continuation? Continuation { get; private set; }

    /// <summary>The token that the next decode step reads into this row.</summary>
    public int NextToken { get; set; }

    /// <summary>Whether the next token is sampled; otherwise it is replayed.</summary>
    public bool IsWriting { get; private set; }

    /// <summary>Whether it replays what it had read before it had to wait without a slot.</summary>
    public bool IsRecomputing => Continuation is not null && !IsWriting;

    /// <summary>Whether it has tokens to replay after the prompt.</summary>
    public bool HasReplay => !_replay.IsEmpty;

    /// <summary>A row that continues a text from a copy of another row's slot.</summary>
    public static ProposeRow Of(ProposeJob job, Continuation continuation) => new(job, continuation, []) { IsWriting = true };

    /// <summary>The same row, which reads its prompt and replays all tokens, because it has no slot.</summary>
    public ProposeRow Recompute() => new(Job, Continuation!, [.. Job.Replay, .. Continuation!.Written()]); // Only for a row that writes.

    /// <summary>Takes the next token to be replayed; returns false when there is none.</summary>
    public bool TryReplayNext()
    {
        if (_replayed == _replay.Length)
        {
            return false;
        }

        NextToken = _replay[_replayed++];
        return true;
    }

    /// <summary>Leaves out the first tokens to be replayed: the row holds them already.</summary>
    public void SkipTo(int replayed) => _replayed = replayed;

    /// <summary>Samples from now on.</summary>
    public void Write(Continuation continuation) => (Continuation, IsWriting) = (continuation, true);
}
