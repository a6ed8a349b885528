using System.Collections.Immutable;
using System.Text;
using Reckon.Contracts.Models;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Prompts;
using Reckon.Inference.Tokens;
using Reckon.Search;

namespace Reckon.Worker;

/// <summary>Tells what a model is and how it reads texts, from its folder alone: no weights are opened.</summary>
public sealed class ModelReader(ModelFolder folder) : IModelReader
{
    // Marks at both ends of a prompt, and a margin.
    private const int Marks = 16;

    private readonly IPromptEncoder _prompt = folder.Prompt;

    /// <inheritdoc/>
    public ModelDescription Description => field ??= DescriptionOf(folder);

    /// <inheritdoc/>
    public ImmutableArray<TextReading> Read(IEnumerable<TextToRead> texts) => [.. texts.Select(Read)];

    private TextReading Read(TextToRead text)
    {
        if (text.Preface is { } preface && preface.Texts.Sum(said => folder.Tokenizer.FindUnknown(said).Words) is > 0 and var words)
        {
            return new TextReading { Fault = $"it has no tokens for {words} words of the sweep's 'prompt'" };
        }

        try
        {
            return ReadOrThrow(text);
        }
        catch (ChatTemplateException refused)
        {
            return new TextReading { Fault = $"its chat template does not write the prompt: {refused.Message}" };
        }
    }

    private TextReading ReadOrThrow(TextToRead text)
    {
        var unknown = folder.Tokenizer.FindUnknown(text.Problem.Question);
        var solution = text.Solution is { } written ? folder.Tokenizer.Encode(written) : (ImmutableArray<int>?)null;
        return new TextReading(
            _prompt.With(text.Preface).Encode(text.Problem).Length,
            unknown.Words,
            unknown.Characters,
            solution?.Length,
            text.Solution?.Split(folder.Descriptor.StepDelimiter).Length);
    }

    // A verifier reads as many tokens as were drawn only where none of them holds the delimiter with something else, and one mark follows.
    private static string VocabularyOf(ModelFolder folder)
    {
        var digest = Vocabularies.DigestOf(folder.Tokenizer);
        var delimiter = folder.Descriptor.StepDelimiter;
        var mayMerge = Enumerable.Range(0, folder.Tokenizer.Size).Select(id => folder.Tokenizer.Decode([id]))
            .Any(token => token.Contains(delimiter, StringComparison.Ordinal) && token != delimiter);
        var isVerifier = folder.Descriptor.Card.Role == ModelRole.Verifier;
        return isVerifier && (folder.Layout is not null || mayMerge) ? $"{digest}, judged" : digest;
    }

    private static int OverheadOf(VerifierLayout layout) => Encoding.UTF8.GetByteCount(
        new[] { layout.First, layout.Between }.MaxBy(text => text.Length) + new[] { layout.After, layout.End ?? "" }.MaxBy(text => text.Length));

    // What a chat template writes around a problem is known by writing one around nothing.
    private static int OverheadOf(ModelFolder folder) => folder.Chat is null
        ? Encoding.UTF8.GetByteCount(folder.Layout?.Prompt ?? folder.Descriptor.PromptTemplate)
        : folder.Prompt.Encode(new Problem("", "", "", "", 0)).Length;

    private static ModelDescription DescriptionOf(ModelFolder folder)
    {
        var (card, cache) = (folder.Descriptor.Card, folder.Descriptor.Cache);
        return new ModelDescription(
            DeviceEngines.PoolOf(card), card.Role == ModelRole.Verifier, card.Name, card.Version, card.Sha256, card.Fingerprint,
            card.Parameters, card.ContextTokens)
        {
            CacheBytesPerToken = cache.TokenBytes,
            AttentionFlopsPerPair = 4L * cache.Layers * (folder.AttentionHeads ?? 0) * cache.HeadSize, // A product with the key, one with the value.
            PromptOverhead = Marks + OverheadOf(folder), // No more tokens than bytes.
            LongestTokenBytes = Vocabularies.LongestTokenBytes(folder.Tokenizer),
            Vocabulary = VocabularyOf(folder),
            StepOverhead = folder.Layout is { } layout ? OverheadOf(layout) : 1,
            HasRevision = folder.Descriptor.Revision is not null || folder.Chat is not null,
        };
    }
}
