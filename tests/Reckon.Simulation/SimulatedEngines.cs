using System.Security.Cryptography;
using System.Text;
using Reckon.Inference.Engines;
using Reckon.Inference.Judging;
using Reckon.Inference.Proposing;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Simulation;

/// <summary>Opens the real engines on simulated models: the same batching, queues and limits, but no network to run.</summary>
public static class SimulatedEngines
{
    private const int ContextTokens = 4096;
    private const long Parameters = 1_000_000; // Stands in where floating-point operations are counted.
    private const string Version = "1";

    /// <summary>A proposer.</summary>
    public static IProposerEngine OpenProposer(SimulatedLanguage language, EngineOptions options, DevicePace pace)
    {
        var model = new SimulatedModel(language, options.Validated().Slots, ContextTokens, pace, options.MaxKeptTokens);
        return new ProposerEngine(Parts(language, model), options);
    }

    /// <summary>A verifier.</summary>
    public static IVerifierEngine OpenVerifier(SimulatedLanguage language, EngineOptions options, DevicePace pace) => new VerifierEngine(
        new VerifierModel(
            Card("simulated-verifier", ModelRole.Verifier, language),
            new SimulatedVerifierModel(language, slots: 1, ContextTokens, pace, options.Validated().MaxKeptTokens),
            new SimulatedPrompt(),
            new StepEncoder(new SimulatedTokenizer(), SimulatedTokenizer.Delimiter, SimulatedTokenizer.End)),
        options);

    /// <summary>What an engine needs around a model that speaks the simulated language.</summary>
    internal static ProposerModel Parts(SimulatedLanguage language, IModel model)
    {
        var tokenizer = new SimulatedTokenizer();
        var rules = TokenRules.Of(tokenizer, SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]);
        return new ProposerModel(Card("simulated-proposer", ModelRole.Proposer, language, model.Limits.ContextTokens),
            model, tokenizer, rules, new SimulatedPrompt());
    }

    // The hash is of what the model is made of, as a file's would be.
    private static ModelCard Card(string name, ModelRole role, SimulatedLanguage language, int contextTokens = ContextTokens) => new(
        name, Version, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {Version} {language}"))),
        Parameters, contextTokens, role);
}
