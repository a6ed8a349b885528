namespace Reckon.Inference;

/// <summary>What a row of the batch is doing: reading a prefix again, or writing a child.</summary>
internal sealed class ProposeRow(ProposeJob job)
{
    private int _replayed;

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

    public void Write(Continuation continuation, int child) => (Continuation, Child) = (continuation, child);
}
