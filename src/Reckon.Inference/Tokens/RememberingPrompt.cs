using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>
/// Remembers prompts: each round of a search asks for the same one again, and to render a chat template takes as long as a step of a small
/// model.
/// </summary>
public sealed class RememberingPrompt : IPromptEncoder
{
    private const int MostTokens = 1 << 20;
    private readonly IPromptEncoder _inner;
    private readonly Preface? _preface;
    private readonly RecentTexts<(string Question, Preface? Preface)> _recent;
    private readonly Func<(string Question, Preface? Preface), ImmutableArray<int>> _encode;

    /// <param name="inner">Encodes; its prompts depend on the question alone, and on what is said before it.</param>
    public RememberingPrompt(IPromptEncoder inner)
        : this(inner, preface: null, new RecentTexts<(string, Preface?)>(MostTokens))
    {
    }

    private RememberingPrompt(IPromptEncoder inner, Preface? preface, RecentTexts<(string Question, Preface? Preface)> recent)
    {
        (_inner, _preface, _recent) = (inner, preface, recent);
        _encode = asked => inner.With(asked.Preface).Encode(new Problem("", asked.Question, "", "", 0));
    }

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(Problem problem) =>
        _recent.Get((problem.Question, _preface), static (asked, ids) => asked.Question.Length + ids.Length, _encode);

    /// <inheritdoc/>
    public ImmutableArray<int>? EncodeRevision(Problem problem, IEnumerable<string> answers) =>
        _inner.With(_preface).EncodeRevision(problem, answers);

    /// <inheritdoc/>
    public IPromptEncoder With(Preface? preface) => preface is null ? this : new RememberingPrompt(_inner, preface, _recent);
}
