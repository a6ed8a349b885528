using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>A prompt by a chat template: the problem is the user's turn, and the text ends where the model's turn begins.</summary>
/// <remarks>
/// What a problem or an answer spells is text, never a mark: where one holds the text of a special token, a stand-in is rendered, and it is
/// put in its place as plain text.
/// </remarks>
/// <param name="tokenizer">The model's.</param>
/// <param name="template">The model's.</param>
/// <param name="turns">What is said before and after.</param>
/// <param name="begin">The mark before the text, which is not written twice; null for none.</param>
public sealed class ChatPrompt(ITokenizer tokenizer, IChatTemplate template, ChatTurns turns, int? begin) : IPromptEncoder
{
    private const char StandIn = '\uE0FF'; // For private use: no template writes it.

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(Problem problem) => Encode(Turns(problem));

    /// <inheritdoc/>
    public ImmutableArray<int>? EncodeRevision(Problem problem, IEnumerable<string> answers) => Encode(
    [
        .. Turns(problem),
        .. answers.SelectMany(answer => new[] { new ChatMessage("assistant", answer), new ChatMessage("user", turns.Revise) }),
    ]);

    private ChatMessage[] Turns(Problem problem) =>
    [
        .. turns.System is { } system ? (ChatMessage[])[new ChatMessage("system", system)] : [],
        .. turns.Examples,
        new ChatMessage("user", problem.Question),
    ];

    private ImmutableArray<int> Encode(ChatMessage[] messages)
    {
        var replaced = new List<string>();
        var safe = messages.Select(message => IsPlain(message.Content) ? message : message with { Content = Replace(message.Content, replaced) });
        var text = template.Render([.. safe], addsGenerationPrompt: true);
        var ids = new List<int>();
        var (isFirst, rest) = (true, text);
        foreach (var (at, content) in replaced.Index())
        {
            var mark = Name(at);
            if (rest.Split(mark) is not [var before, var after])
            {
                throw new ChatTemplateException("The template leaves a turn out or writes it twice, and that turn spells a special token.");
            }

            ids.AddRange(tokenizer.EncodeMarked(before, goesOn: !isFirst));
            ids.AddRange(tokenizer.EncodeContinuation(content));
            (isFirst, rest) = (false, after);
        }

        ids.AddRange(tokenizer.EncodeMarked(rest, goesOn: !isFirst));
        return begin is { } opening && (ids.Count == 0 || ids[0] != opening) ? [opening, .. ids] : [.. ids];
    }

    private bool IsPlain(string text) => !text.Contains(StandIn) && !tokenizer.SpellsMark(text);

    private static string Replace(string text, List<string> replaced)
    {
        replaced.Add(text);
        return Name(replaced.Count - 1);
    }

    private static string Name(int at) => $"{StandIn}{at}{StandIn}";
}
