using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>A prompt by template: the text with the question in the place of <c>{problem}</c>.</summary>
/// <param name="tokenizer">The model's.</param>
/// <param name="template">Holds <c>{problem}</c> once.</param>
/// <param name="begin">The mark before the text; null for none.</param>
public sealed class TemplatePrompt(ITokenizer tokenizer, string template, int? begin) : IPromptEncoder
{
    /// <summary>The place of the question in a template.</summary>
    public const string Placeholder = "{problem}";

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(Problem problem)
    {
        var ids = tokenizer.Encode(template.Replace(Placeholder, problem.Question, StringComparison.Ordinal));
        return begin is { } mark ? [mark, .. ids] : ids;
    }
}
