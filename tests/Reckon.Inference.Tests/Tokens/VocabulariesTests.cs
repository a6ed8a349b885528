using System.Collections.Immutable;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Tests.Tokens;

public sealed class VocabulariesTests
{
    [Fact]
    public void Tokenizers_with_the_same_tokens_are_the_same() =>
        Assert.True(Vocabularies.AreSame(new Words("a", "b"), new Words("a", "b")));

    [Fact]
    public void Another_token_another_order_or_another_size_is_another_vocabulary()
    {
        Assert.False(Vocabularies.AreSame(new Words("a", "b"), new Words("a", "c")));
        Assert.False(Vocabularies.AreSame(new Words("a", "b"), new Words("b", "a")));
        Assert.False(Vocabularies.AreSame(new Words("a", "b"), new Words("a", "b", "c")));
    }

    [Fact]
    public void The_longest_token_is_measured_in_bytes() => Assert.Equal(4, Vocabularies.LongestTokenBytes(new Words("abc", "ππ", "")));

    private sealed class Words(params string[] words) : ITokenizer
    {
        public int Size => words.Length;

        public ImmutableArray<int> Encode(string text) => throw new NotSupportedException();

        public string Decode(ReadOnlySpan<int> tokens) => string.Concat(tokens.ToArray().Select(id => words[id]));

        public bool TryGetId(string token, out int id) => throw new NotSupportedException();

        public bool IsSpecial(int id) => false;
    }
}
