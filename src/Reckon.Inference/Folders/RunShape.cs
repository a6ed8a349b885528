namespace Reckon.Inference.Folders;

/// <summary>What a graph needs of a run besides ids, mask and cache.</summary>
public sealed record RunShape
{
    /// <summary>Whether it takes the position of each token, <c>position_ids</c>.</summary>
    public bool HasPositions { get; init; }

    /// <summary>Whether it is told how many logits to keep, <c>num_logits_to_keep</c>; it is told to keep all.</summary>
    public bool CountsLogits { get; init; }

    /// <summary>
    /// Whether a lone row may have other bits than in a batch: a product with weights of few bits may take another path for one row. Whether it
    /// does is tried when the model is opened; where it does, the row is run beside another.
    /// </summary>
    public bool MindsLoneRows { get; init; }

    /// <summary>Whether its logits have half precision.</summary>
    public bool HasHalfLogits { get; init; }
}
