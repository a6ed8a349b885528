using System.Collections.Immutable;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.TokenSampling;

/// <summary>What tokens mean to the engine.</summary>
/// <param name="Delimiter">The text that ends a step, wherever tokens cut it.</param>
/// <param name="Ends">The ids that end the text; at least one.</param>
/// <param name="Candidates">
/// The ids that may be sampled, ascending: those of the tokenizer, without special tokens other than <paramref name="Ends"/>.
/// </param>
public sealed record TokenRules(string Delimiter, ImmutableArray<int> Ends, ImmutableArray<int> Candidates)
{
    /// <summary>The rules of a tokenizer.</summary>
    public static TokenRules Of(ITokenizer tokenizer, string delimiter, ImmutableArray<int> ends) => new(
        delimiter,
        ends,
        [.. Enumerable.Range(0, tokenizer.Size).Where(id => ends.Contains(id) || !tokenizer.IsSpecial(id))]);

    /// <summary>The rules of a tokenizer whose token <paramref name="delimiter"/> ends a step.</summary>
    public static TokenRules Of(ITokenizer tokenizer, int delimiter, ImmutableArray<int> ends) =>
        Of(tokenizer, tokenizer.Decode([delimiter]), ends);
}
