namespace Reckon.Dashboard.Problems;

/// <summary>The order of problems in a list.</summary>
public enum ProblemOrder
{
    /// <summary>That of the dataset.</summary>
    Dataset,

    /// <summary>Those that are right least often first.</summary>
    Hardest,

    /// <summary>Those that are right most often first.</summary>
    Easiest,

    /// <summary>By level.</summary>
    Level,
}
