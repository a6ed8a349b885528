using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Simulated;

/// <summary>What simulated models are called. Their names say that they are simulated, wherever a model's name is shown.</summary>
public static class SimulatedCards
{
    private const string Version = "1";
    private const long Parameters = 7_000_000_000;
    private const int ContextTokens = 32_768;

    /// <summary>The proposer.</summary>
    public static ModelCard Proposer(SimulatedRates rates) => Of("simulated-proposer", ModelRole.Proposer, rates);

    /// <summary>The verifier.</summary>
    public static ModelCard Verifier(SimulatedRates rates) => Of("simulated-verifier", ModelRole.Verifier, rates);

    // How fast they are decides nothing that they write.
    private static ModelCard Of(string name, ModelRole role, SimulatedRates rates)
    {
        var meaning = string.Create(CultureInfo.InvariantCulture, $"timed {name} {Version} {rates.StepTokens} {rates.AnswerSteps}");
        return new ModelCard(
            name, Version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning))), Parameters, ContextTokens, role);
    }
}
