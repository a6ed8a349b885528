using System.Collections.Immutable;

namespace Reckon.Inference.Tokens;

/// <summary>
/// Remembers the ids of texts. A search asks for the same ones again and again: the problem and every step of a path once per
/// round, the steps of siblings, the problem for each budget.
/// </summary>
/// <param name="inner">Encodes.</param>
/// <param name="maxCharacters">Of all remembered texts together; above it the older half is dropped.</param>
internal sealed class RememberingTokenizer(ITokenizer inner, int maxCharacters = 1 << 20) : ITokenizer
{
    private readonly RecentTexts<string> _recent = new(maxCharacters);

    /// <inheritdoc/>
    public int Size => inner.Size;

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(string text) => _recent.Get(text, static (asked, _) => asked.Length, inner.Encode);

    /// <inheritdoc/>
    public ImmutableArray<int> EncodeContinuation(string text) => inner.EncodeContinuation(text);

    /// <inheritdoc/>
    public ImmutableArray<int> EncodeMarked(string text, bool goesOn = false) => inner.EncodeMarked(text, goesOn);

    /// <inheritdoc/>
    public bool SpellsMark(string text) => inner.SpellsMark(text);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> BytesOf(int id) => inner.BytesOf(id);

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> tokens) => inner.Decode(tokens);

    /// <inheritdoc/>
    public UnknownText FindUnknown(string text) => inner.FindUnknown(text);

    /// <inheritdoc/>
    public bool TryGetId(string token, out int id) => inner.TryGetId(token, out id);

    /// <inheritdoc/>
    public string Spell(int id) => inner.Spell(id);

    /// <inheritdoc/>
    public bool IsSpecial(int id) => inner.IsSpecial(id);
}
