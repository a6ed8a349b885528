using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Prompts;
using Reckon.Evaluation.Sweeps;
using Reckon.Search;

namespace Reckon.Cli.Running;

/// <summary>The prompts of a sweep, as its models read them.</summary>
/// <param name="spec">The sweep.</param>
/// <param name="proposer">Its proposer.</param>
/// <param name="verifier">Its verifier; null where nothing is judged.</param>
/// <param name="path">The sweep's file, for messages.</param>
internal sealed class SweepPrompts(SweepSpec spec, SweepModel proposer, SweepModel? verifier, string path)
{
    private PromptLimits Limits =>
        new(proposer.Description.ContextTokens, verifier?.Description.ContextTokens, spec.Sampling.MaxAnswerTokens);

    /// <summary>
    /// The problems of <paramref name="dataset"/> that the models can take, with what is to be said of them; or why the sweep cannot run.
    /// </summary>
    public Validated<ReadablePrompts> Check(Dataset dataset)
    {
        if ((Refused("proposer", proposer, dataset) ?? Refused("verifier", verifier, dataset)) is { } refusal)
        {
            return new Validated<ReadablePrompts>.Invalid([refusal]);
        }

        var sizes = dataset.Problems.Select((problem, place) => SizeOf(problem, place)).ToImmutableArray();
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
        ImmutableArray<int> places = [.. Enumerable.Range(0, fits.Length).Where(place => fits[place])];
        var unknown = Unknown(kept, places);
        var maxShare = spec.MaxUnknownText ?? UnknownTextCheck.DefaultMaxShare;
        var faults = unknown.Select(count => UnknownTextCheck.Fault(count, maxShare, path)).OfType<Diagnostic>();
        return faults.ToImmutableArray() is { IsEmpty: false } refused
            ? new Validated<ReadablePrompts>.Invalid(refused)
            : new Validated<ReadablePrompts>.Valid(new ReadablePrompts(
                dataset with { Problems = kept },
                sizes.Length - kept.Length,
                keptSizes,
                places,
                [.. Notes(keptSizes, sizes.Length - kept.Length)],
                [.. unknown.Select(UnknownTextCheck.Warning).OfType<string>()]));
    }

    // The first says enough: what one problem meets, most do.
    private Diagnostic? Refused(string role, SweepModel? model, Dataset dataset) =>
        model?.Texts.Index().FirstOrDefault(text => text.Item.Fault is not null) is { Item.Fault: { } fault } found
            ? new Diagnostic(
                path, 0, 0, "prompt", $"the {role} cannot be put problem {Quoted.Of(dataset.Problems[found.Index].Id)}: {fault}",
                "Change what the sweep's 'prompt' says, or write a 'prompt.template' into the model's reckon.json")
            : null;

    private PromptSize SizeOf(Problem problem, int place) =>
        new(problem.Id, proposer.Texts[place].PromptTokens, verifier?.Texts[place].PromptTokens);

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
    private List<UnknownCount> Unknown(ImmutableArray<Problem> problems, ImmutableArray<int> places) =>
        verifier is null || proposer.Description.Vocabulary == verifier.Description.Vocabulary
            ? [Count("proposer", proposer, problems, places)]
            : [Count("proposer", proposer, problems, places), Count("verifier", verifier, problems, places)];

    private static UnknownCount Count(string role, SweepModel model, ImmutableArray<Problem> problems, ImmutableArray<int> places)
    {
        var texts = places.Select(place => model.Texts[place]).ToList();
        return new UnknownCount(
            role,
            texts.Count(text => text.UnknownWords > 0),
            problems.Length,
            texts.Sum(text => text.UnknownWords),
            texts.Sum(text => text.UnknownCharacters),
            problems.Sum(problem => (long)problem.Question.EnumerateRunes().Count()));
    }
}
