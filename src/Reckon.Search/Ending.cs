namespace Reckon.Search;

/// <summary>Why a continuation stopped where it did.</summary>
public enum Ending
{
    /// <summary>At a step delimiter: the prefix can be continued.</summary>
    Open,

    /// <summary>The proposer ended its text: the path is a solution.</summary>
    Finished,

    /// <summary>A token limit cut it off: a dead end, neither a solution nor to be continued.</summary>
    Truncated,
}
