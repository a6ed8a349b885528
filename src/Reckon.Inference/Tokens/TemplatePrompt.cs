using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>A prompt by template: the text with the question in the place of <c>{problem}</c>.</summary>
/// <param name="tokenizer">The model's.</param>
/// <param name="template">Holds <c>{problem}</c> once.</param>
/// <param name="begin">The mark before the text; null for none.</param>
/// <param name="revision">How earlier answers are shown; null where the model was made for no such thing.</param>
/// <param name="turns">What the folder says before a problem; null for nothing.</param>
public sealed class TemplatePrompt(
    ITokenizer tokenizer, string template, int? begin, RevisionTemplate? revision = null, ChatTurns? turns = null) : IPromptEncoder
{
    private const string BlankLine = "\n\n";

    // What is said first and each example, with a blank line after each.
    private readonly string _before = turns is null ? "" : string.Concat(
    [
        turns.System is { } system ? system + BlankLine : "",
        .. turns.Examples.Select(example => template.Replace(Placeholder, example.Problem, StringComparison.Ordinal) + example.Solution + BlankLine),
    ]);

    /// <summary>The place of the question in a template.</summary>
    public const string Placeholder = "{problem}";

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(Problem problem) => Marked(_before + Of(problem.Question));

    /// <inheritdoc/>
    public ImmutableArray<int>? EncodeRevision(Problem problem, IEnumerable<string> answers)
    {
        if (revision is null)
        {
            return null;
        }

        // In one pass: neither the question nor an answer may hold what is then taken for a placeholder.
        var parts = revision.Prompt.Split(Placeholder);
        return Marked(string.Concat(_before, revision.With(parts[0], answers), problem.Question, revision.With(parts[1], answers)));
    }

    /// <inheritdoc/>
    public IPromptEncoder With(Preface? preface) =>
        preface is null ? this : new TemplatePrompt(tokenizer, template, begin, revision, (turns ?? new ChatTurns()).With(preface));

    private string Of(string question) => template.Replace(Placeholder, question, StringComparison.Ordinal);

    private ImmutableArray<int> Marked(string text)
    {
        var ids = tokenizer.Encode(text);
        return begin is { } mark ? [mark, .. ids] : ids;
    }
}
