using System.Collections.Immutable;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.TokenSampling;

/// <summary>What tokens mean to the engine.</summary>
/// <param name="Delimiter">The id that ends a step.</param>
/// <param name="Ends">The ids that end the text; at least one.</param>
/// <param name="Candidates">
/// The ids that may be sampled, ascending: those of the tokenizer, without special tokens other than <paramref name="Ends"/>.
/// </param>
public sealed record TokenRules(int Delimiter, ImmutableArray<int> Ends, ImmutableArray<int> Candidates)
{
    /// <summary>The rules of a tokenizer.</summary>
    public static TokenRules Of(ITokenizer tokenizer, int delimiter, ImmutableArray<int> ends) => new(
        delimiter,
        ends,
        [.. Enumerable.Range(0, tokenizer.Size).Where(id => ends.Contains(id) || !tokenizer.IsSpecial(id))]);
}
