using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Prompts;
using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Folders;
using Reckon.Inference.Tokens;
using Reckon.Search;

namespace Reckon.Cli.Running;

/// <summary>The prompts of a sweep, as its models read them.</summary>
/// <param name="spec">The sweep.</param>
/// <param name="proposer">Its proposer.</param>
/// <param name="verifier">Its verifier; null where nothing is judged.</param>
/// <param name="path">The sweep's file, for messages.</param>
internal sealed class SweepPrompts(SweepSpec spec, ModelFolder proposer, ModelFolder? verifier, string path)
{
    private readonly TemplatePrompt _proposer = proposer.Prompt;
    private readonly TemplatePrompt? _verifier = verifier?.Prompt;

    private PromptLimits Limits => new(
        proposer.Descriptor.Card.ContextTokens, verifier?.Descriptor.Card.ContextTokens, spec.Sampling.MaxAnswerTokens);

    /// <summary>
    /// The problems of <paramref name="dataset"/> that the models can take, with what is to be said of them; or why the sweep cannot run.
    /// </summary>
    public Validated<ReadablePrompts> Check(Dataset dataset)
    {
        var sizes = dataset.Problems.Select(SizeOf).ToImmutableArray();
        var fits = sizes.Select(size => PromptFit.Fits(size, Limits)).ToImmutableArray();
        if (spec.OnOverlong == OverlongPolicy.Error && fits.Contains(false))
        {
            return new Validated<ReadablePrompts>.Invalid(PromptFit.Faults(sizes, Limits, path));
        }

        ImmutableArray<Problem> kept = [.. dataset.Problems.Where((_, place) => fits[place])];
        if (kept.IsEmpty)
        {
            return new Validated<ReadablePrompts>.Invalid(
                [
                    new Diagnostic(
                        path, 0, 0, "dataset", $"none of the {sizes.Length} problems fits the models", "Use models with a longer context"),
                ]);
        }

        ImmutableArray<PromptSize> keptSizes = [.. sizes.Where((_, place) => fits[place])];
        var unknown = Unknown(kept);
        var maxShare = spec.MaxUnknownText ?? UnknownTextCheck.DefaultMaxShare;
        var faults = unknown.Select(count => UnknownTextCheck.Fault(count, maxShare, path)).OfType<Diagnostic>();
        return faults.ToImmutableArray() is { IsEmpty: false } refused
            ? new Validated<ReadablePrompts>.Invalid(refused)
            : new Validated<ReadablePrompts>.Valid(new ReadablePrompts(
                dataset with { Problems = kept },
                sizes.Length - kept.Length,
                keptSizes,
                [.. Notes(keptSizes, sizes.Length - kept.Length)],
                [.. unknown.Select(UnknownTextCheck.Warning).OfType<string>()]));
    }

    private PromptSize SizeOf(Problem problem) => new(problem.Id, _proposer.Encode(problem).Length, _verifier?.Encode(problem).Length);

    private IEnumerable<string> Notes(ImmutableArray<PromptSize> sizes, int overlong)
    {
        if (overlong > 0)
        {
            yield return $"{overlong} of {sizes.Length + overlong} problems are left out: "
                + "with their answers they do not fit the models (onOverlong: skip).";
        }

        if (PromptFit.NoteOfShortRoom(sizes, Limits) is { } note)
        {
            yield return note;
        }
    }

    // Of two models that share a vocabulary the first speaks for both.
    private List<UnknownCount> Unknown(ImmutableArray<Problem> problems) =>
        verifier is null || Vocabularies.AreSame(proposer.Tokenizer, verifier.Tokenizer)
            ? [Count("proposer", proposer.Tokenizer, problems)]
            : [Count("proposer", proposer.Tokenizer, problems), Count("verifier", verifier.Tokenizer, problems)];

    private static UnknownCount Count(string model, ITokenizer tokenizer, ImmutableArray<Problem> problems)
    {
        var unknown = problems.Select(problem => tokenizer.FindUnknown(problem.Question)).ToList();
        return new UnknownCount(
            model,
            unknown.Count(text => text.Words > 0),
            problems.Length,
            unknown.Sum(text => text.Words),
            unknown.Sum(text => text.Characters),
            problems.Sum(problem => (long)problem.Question.EnumerateRunes().Count()));
    }
}
