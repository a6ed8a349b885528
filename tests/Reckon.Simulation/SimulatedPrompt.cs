using System.Collections.Immutable;
using Reckon.Inference.Tokens;
using Reckon.Search;

namespace Reckon.Simulation;

/// <summary>
/// A prompt for simulated models. It carries the reference answer, which a real prompt never does: a simulation must know
/// what is right to be right as often as it is told to be.
/// </summary>
public sealed class SimulatedPrompt : IPromptEncoder
{
    internal const char Separator = '\u001F';
    private static readonly SimulatedTokenizer _tokenizer = new();

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(Problem problem) => Marked(TextOf(problem));

    /// <inheritdoc/>
    /// <remarks>To a simulated model, earlier answers make it another problem with the same reference.</remarks>
    public ImmutableArray<int>? EncodeRevision(Problem problem, IEnumerable<string> answers) =>
        Marked(string.Join(Separator, answers.Prepend(TextOf(problem))));

    private static string TextOf(Problem problem) => $"{problem.Level}{Separator}{problem.Reference}{Separator}{problem.Question}";

    private static ImmutableArray<int> Marked(string text) => [SimulatedTokenizer.Begin, .. _tokenizer.Encode(text), SimulatedTokenizer.Go];
}
