namespace Reckon.Evaluation.Difficulties;

/// <summary>By what problems are told to be easy or hard.</summary>
public enum DifficultyKind
{
    /// <summary>The share of right answers among samples that are used for nothing else. It knows the references.</summary>
    Oracle,

    /// <summary>The verifier's mean score of the final answers.</summary>
    MeanScore,

    /// <summary>The share of samples that give the most frequent answer.</summary>
    Agreement,

    /// <summary>The proposer's mean log-probability of a token.</summary>
    LogProbability,

    /// <summary>The dataset's own level.</summary>
    Level,

    /// <summary>Chance: the control.</summary>
    Random,
}
