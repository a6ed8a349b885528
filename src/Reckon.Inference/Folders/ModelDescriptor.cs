using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>What <c>reckon.json</c> says about a model.</summary>
/// <param name="Card">Name, version, hash, sizes.</param>
/// <param name="ModelFile">The model's file, in the same folder.</param>
/// <param name="PromptTemplate">How a problem becomes a prompt; see <see cref="TemplatePrompt"/>.</param>
/// <param name="HasBeginMark">Whether the prompt opens with the begin mark of <c>config.json</c>.</param>
/// <param name="StepDelimiter">The text that ends a step.</param>
/// <param name="EndOfText">The marks that end a text, each one token; the first is the one that is written.</param>
/// <param name="Cache">The shape of the KV cache.</param>
/// <param name="Scores">The verifier's part; null for a proposer.</param>
public sealed record ModelDescriptor(
    ModelCard Card,
    string ModelFile,
    string PromptTemplate,
    bool HasBeginMark,
    string StepDelimiter,
    ImmutableArray<string> EndOfText,
    CacheShape Cache,
    ScoreShape? Scores)
{
    /// <summary>How the model is asked to revise earlier answers; null where it cannot be.</summary>
    public RevisionTemplate? Revision { get; init; }

    /// <summary>What a run of the graph needs besides ids, mask and cache.</summary>
    public RunShape Runs { get; init; } = new();

    /// <summary>The largest difference between a text read at once and token by token, where no known answers give one.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>The file in a model's folder that describes it.</summary>
    public const string FileName = "reckon.json";

    /// <summary>The files next to <see cref="ModelFile"/> that hold weights; empty for none.</summary>
    public ImmutableArray<DataFile> Data { get; init; } = [];
}
