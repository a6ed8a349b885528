using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Prompts;

namespace Reckon.Cli.Running;

/// <summary>The problems of a sweep that its models can read.</summary>
/// <param name="Dataset">The dataset without those that do not fit the models.</param>
/// <param name="Overlong">How many do not fit and are left out.</param>
/// <param name="Sizes">How long the prompts of <paramref name="Dataset"/> are, in its order.</param>
/// <param name="Places">Where each of them was among all problems.</param>
/// <param name="Notes">What a person should know of the rest.</param>
/// <param name="Warnings">What a person may want to mend.</param>
internal sealed record ReadablePrompts(
    Dataset Dataset, int Overlong, ImmutableArray<PromptSize> Sizes, ImmutableArray<int> Places, ImmutableArray<string> Notes,
    ImmutableArray<string> Warnings);
