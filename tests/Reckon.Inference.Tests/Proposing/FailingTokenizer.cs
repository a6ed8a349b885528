using System.Collections.Immutable;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Tests.Proposing;

/// <summary>Another tokenizer that fails on command.</summary>
internal sealed class FailingTokenizer(ITokenizer inner) : ITokenizer
{
    /// <summary>The next tokens cannot be read back, once.</summary>
    public bool IsFailing { get; set; }

    public int Size => inner.Size;

    public ImmutableArray<int> Encode(string text) => inner.Encode(text);

    public string Decode(ReadOnlySpan<int> tokens)
    {
        if (IsFailing)
        {
            IsFailing = false;
            throw new FormatException("These tokens are no text.");
        }

        return inner.Decode(tokens);
    }

    public bool TryGetId(string token, out int id) => inner.TryGetId(token, out id);

    public bool IsSpecial(int id) => inner.IsSpecial(id);
}
