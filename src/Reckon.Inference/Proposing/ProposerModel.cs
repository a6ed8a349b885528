using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.Tokens;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>A proposer's parts, ready to run.</summary>
/// <param name="Card">What it is.</param>
/// <param name="Model">Owned by the engine that is made from it.</param>
/// <param name="Tokenizer">The model's.</param>
/// <param name="Rules">What its tokens mean.</param>
/// <param name="Prompt">How a problem is put to it.</param>
public sealed record ProposerModel(ModelCard Card, IModel Model, ITokenizer Tokenizer, TokenRules Rules, IPromptEncoder Prompt)
{
    /// <summary>Says which model <paramref name="fault"/> came from, unless it says so itself.</summary>
    internal Exception Blame(Exception fault) =>
        fault is InvalidLogitsException ? fault : new ModelFaultException(Card.Name, fault);
}
