namespace Reckon.Inference;

/// <summary>What a row of the batch is doing: reading a prefix again, or writing a child.</summary>
internal sealed class ProposeRow(ProposeJob job)
{
    private int _replayed; // Tokens of the prefix that need not be handed out any more.

    public ProposeJob Job => job;

    /// <summary>The child being written; null while the prefix is being read.</summary>
    public Continuation? Continuation { get; private set; }

    public int Child { get; private set; }

    /// <summary>The token that the next decode step reads into this row.</summary>
    public int NextToken { get; set; }

    /// <summary>Takes the next token of the prefix, or returns false when all have been read.</summary>
    public bool TryReplayNext()
    {
        if (_replayed == job.Replay.Length)
        {
            return false;
        }

        NextToken = job.Replay[_replayed++];
        return true;
    }

    /// <summary>Begins behind the first tokens of the prefix: the row holds them already.</summary>
    public void SkipTo(int replayed) => _replayed = replayed;

    public void Write(Continuation continuation, int child) => (Continuation, Child) = (continuation, child);
}
