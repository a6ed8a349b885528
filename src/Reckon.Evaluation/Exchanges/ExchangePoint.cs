using System.Collections.Immutable;

namespace Reckon.Evaluation.Exchanges;

/// <summary>A small model with test-time compute beside a larger one that answers once, at equal total compute.</summary>
/// <param name="Ratio">R: tokens of inference for each token of training.</param>
/// <param name="Formula">By which of the paper's formulas.</param>
/// <param name="Multiplier">Greedy answers' worth of inference that the small model may spend.</param>
/// <param name="IsBeyond">Whether that is more than the study spent: the small model then has what it got at its largest n.</param>
/// <param name="Cells">All problems first, then each bin, the easiest first.</param>
public sealed record ExchangePoint(
    double Ratio, string Formula, double Multiplier, bool IsBeyond, ImmutableArray<ExchangeCell> Cells);
