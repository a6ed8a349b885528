namespace Reckon.Evaluation.Reports;

/// <summary>What a model's tokens cost, as its folder says.</summary>
/// <param name="Currency">Whatever its owner calls it.</param>
/// <param name="Prompt">A million tokens that it reads.</param>
/// <param name="Generated">A million tokens that it draws; 0 for a verifier.</param>
public sealed record TokenPrice(string Currency, double Prompt, double Generated)
{
    /// <summary>Tokens that prices are given for.</summary>
    public const double Tokens = 1e6;
}
