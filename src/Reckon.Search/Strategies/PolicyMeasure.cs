namespace Reckon.Search.Strategies;

/// <summary>By what a policy tells from a search's first answers how hard its problem is. Higher is easier.</summary>
public enum PolicyMeasure
{
    /// <summary>The verifier's mean score of the finished ones, in [0, 1]; 0 where none is finished.</summary>
    MeanScore,

    /// <summary>The share that gives the most frequent answer, in [0, 1].</summary>
    Agreement,

    /// <summary>The proposer's mean log-probability of a token, at most 0.</summary>
    LogProbability,
}
