namespace Reckon.Evaluation.Exchanges;

/// <summary>
/// How many times the inference of one greedy answer a small model may spend, so that training and inference together cost what they cost
/// for a model so many times as large (Snell et al. 2024, section 7).
/// </summary>
/// <remarks>
/// Training costs 6 · parameters · tokens. With R = tokens of inference / tokens of training and a model M times as large, inference at
/// 2 · parameters · tokens leaves M + 3 (M − 1) / R (arXiv version 1), and at 4, which charges a verifier of the model's own size for both
/// models, M + 1.5 (M − 1) / R
/// (ICLR 2025).
/// </remarks>
public static class ExchangeRule
{
    /// <summary>The paper's R of both versions: few, as many, and many tokens of inference.</summary>
    public static IReadOnlyList<(double Free, double Charged)> Paper { get; } = [(0.16, 0.08), (0.79, 0.40), (22, 11)];

    /// <summary>The multiplier.</summary>
    /// <param name="times">M, how many times as large the larger model is; at least 1.</param>
    /// <param name="ratio">R, above 0.</param>
    /// <param name="isVerifierCharged">Whether inference counts 4 instead of 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double Multiplier(double times, double ratio, bool isVerifierCharged)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        return times + ((isVerifierCharged ? 1.5 : 3) * (times - 1) / ratio);
    }
}
