using System.Collections.Immutable;
using System.Globalization;
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
    public ImmutableArray<int> Encode(Problem problem) => Encode(Turns(problem), []);

    /// <inheritdoc/>
    public ImmutableArray<int>? EncodeRevision(Problem problem, IEnumerable<string> answers) => Encode(
        Turns(problem),
    [
        .. answers.SelectMany(answer => new[] { new ChatMessage("assistant", answer), new ChatMessage("user", turns.Revise) }),
    ]);

    /// <inheritdoc/>
    public IPromptEncoder With(Preface? preface) =>
        preface is null ? this : new ChatPrompt(tokenizer, template, turns.With(preface), begin);

    private ChatMessage[] Turns(Problem problem) =>
    [
        .. turns.System is { } system ? (ChatMessage[])[new ChatMessage("system", system)] : [],
        .. ChatTurns.TurnsOf(turns.Examples),
        new ChatMessage("user", problem.Question),
    ];

    // Of answers that came before a template may leave out what it calls thinking; all else has to be in the prompt.
    private ImmutableArray<int> Encode(ChatMessage[] asked, ChatMessage[] later)
    {
        var replaced = new List<string>();
        ChatMessage[] safe =
            [.. asked.Concat(later).Select(turn => IsPlain(turn.Content) ? turn : turn with { Content = Replace(turn.Content, replaced) })];
        var text = template.Render(safe, addsGenerationPrompt: true);
        if (ChatTurns.LeftOut(safe[..asked.Length], text) is { } missing)
        {
            throw new ChatTemplateException($"The template leaves {missing} out of the prompt.");
        }

        var ids = Place(text, replaced);
        return begin is { } opening && (ids.Count == 0 || ids[0] != opening) ? [opening, .. ids] : [.. ids];
    }

    // A template may write turns in another order than they came in.
    private List<int> Place(string rest, List<string> replaced)
    {
        var (ids, placed) = (new List<int>(), new HashSet<int>());
        while (rest.IndexOf(StandIn) is >= 0 and var start)
        {
            var name = rest[(start + 1)..].Split(StandIn)[0];
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= replaced.Count || !placed.Add(at))
            {
                throw Misplaced();
            }

            ids.AddRange(tokenizer.EncodeMarked(rest[..start], goesOn: placed.Count > 1));
            ids.AddRange(tokenizer.EncodeContinuation(replaced[at]));
            rest = rest[(start + Name(at).Length)..];
        }

        ids.AddRange(tokenizer.EncodeMarked(rest, goesOn: placed.Count > 0));
        return placed.Count == replaced.Count ? ids : throw Misplaced();
    }

    private static ChatTemplateException Misplaced() =>
        new("The template leaves a turn out, cuts it or writes it twice, and that turn spells a special token.");

    private bool IsPlain(string text) => !text.Contains(StandIn) && !tokenizer.SpellsMark(text);

    private static string Replace(string text, List<string> replaced)
    {
        replaced.Add(text);
        return Name(replaced.Count - 1);
    }

    private static string Name(int at) => $"{StandIn}{at}{StandIn}";
}
