using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Exchanges;

/// <summary>Both models on some of the problems.</summary>
/// <param name="Bin">The bin, from 0; null for all problems.</param>
/// <param name="Small">Accuracy of the small model with its compute.</param>
/// <param name="Large">Accuracy of the larger one.</param>
/// <param name="Difference">Small less large.</param>
public sealed record ExchangeCell(int? Bin, double Small, double Large, PairedDifference Difference)
{
    /// <summary>Which to buy: the small one, the larger one, or neither for sure.</summary>
    public string Verdict => Difference switch { { Low: > 0 } => "small", { High: < 0 } => "large", _ => "open" };
}
