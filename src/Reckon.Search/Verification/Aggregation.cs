namespace Reckon.Search.Verification;

/// <summary>How the scores of a path's steps become one.</summary>
public enum Aggregation
{
    /// <summary>The last step's score: the paper's choice for verifiers with soft labels (its figure 13).</summary>
    Last,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The product (Lightman et al. 2023).</summary>
    Product,

    /// <summary>The arithmetic mean.</summary>
    Mean,

    /// <summary>The largest.</summary>
    Max,
}
