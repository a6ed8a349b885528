using System.Collections.Immutable;
using System.Text;
using Reckon.Contracts.Models;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Prompts;
using Reckon.Inference.Tokens;

namespace Reckon.Worker;

/// <summary>Tells what a model is and how it reads texts, from its folder alone: no weights are opened.</summary>
public sealed class ModelReader(ModelFolder folder) : IModelReader
{
    // Marks at both ends of a prompt, and a margin.
    private const int Marks = 16;

    private readonly TemplatePrompt _prompt = folder.Prompt;

    /// <inheritdoc/>
    public ModelDescription Description => field ??= DescriptionOf(folder);

    /// <inheritdoc/>
    public ImmutableArray<TextReading> Read(IEnumerable<TextToRead> texts) => [.. texts.Select(Read)];

    private TextReading Read(TextToRead text)
    {
        var unknown = folder.Tokenizer.FindUnknown(text.Problem.Question);
        var solution = text.Solution is { } written ? folder.Tokenizer.Encode(written) : (ImmutableArray<int>?)null;
        return new TextReading(
            _prompt.Encode(text.Problem).Length,
            unknown.Words,
            unknown.Characters,
            solution?.Length,
            solution?.Count(token => token == folder.Delimiter) + 1);
    }

    private static ModelDescription DescriptionOf(ModelFolder folder)
    {
        var (card, cache) = (folder.Descriptor.Card, folder.Descriptor.Cache);
        return new ModelDescription(
            DeviceEngines.PoolOf(card), card.Role == ModelRole.Verifier, card.Name, card.Version, card.Sha256, card.Fingerprint,
            card.Parameters, card.ContextTokens)
        {
            CacheBytesPerToken = 2L * cache.Layers * cache.Heads * cache.HeadSize * sizeof(float),
            AttentionFlopsPerPair = 4L * cache.Layers * (folder.AttentionHeads ?? 0) * cache.HeadSize, // A product with the key, one with the value.
            PromptOverhead = Marks + Encoding.UTF8.GetByteCount(folder.Descriptor.PromptTemplate), // No more tokens than bytes.
            LongestTokenBytes = Vocabularies.LongestTokenBytes(folder.Tokenizer),
            Vocabulary = Vocabularies.DigestOf(folder.Tokenizer),
            HasRevision = folder.Descriptor.Revision is not null,
        };
    }
}
