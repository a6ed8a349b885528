namespace Reckon.Search.Costs;

/// <summary>What a token of each kind costs in money, of one currency; 0 for what is free.</summary>
/// <param name="Prompt">A token that the proposer reads.</param>
/// <param name="Generated">A token that the proposer draws.</param>
/// <param name="Verifier">A token that the verifier reads.</param>
public readonly record struct TokenRates(double Prompt, double Generated, double Verifier)
{
    /// <summary>Whether nothing costs anything.</summary>
    public bool AreFree => Prompt <= 0 && Generated <= 0 && Verifier <= 0;

    /// <summary>What tokens cost; more of no kind never costs more.</summary>
    public double Of(double prompt, double generated, double verifier) => (Prompt * prompt) + (Generated * generated) + (Verifier * verifier);
}
