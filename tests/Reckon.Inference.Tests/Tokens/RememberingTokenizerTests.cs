using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Tests.Tokens;

public sealed class RememberingTokenizerTests
{
    private readonly CountingTokenizer _inner = new();

    [Fact]
    public void A_text_is_put_into_tokens_once()
    {
        var tokenizer = new RememberingTokenizer(_inner);

        Assert.Equal([1, 2], tokenizer.Encode("ab"));
        Assert.Equal([1, 2], tokenizer.Encode("ab"));
        Assert.Equal(1, _inner.Encoded["ab"]);
    }

    [Fact]
    public void What_is_in_use_is_not_forgotten_and_what_is_not_makes_room()
    {
        var tokenizer = new RememberingTokenizer(_inner, maxCharacters: 100);
        foreach (var number in Enumerable.Range(100_000, 1_000))
        {
            tokenizer.Encode("often");
            tokenizer.Encode($"{number}");
        }

        tokenizer.Encode("100000");

        Assert.Equal(1, _inner.Encoded["often"]);
        Assert.Equal(2, _inner.Encoded["100000"]);
    }

    [Fact]
    public async Task Many_threads_get_the_ids_of_their_own_texts()
    {
        var tokenizer = new RememberingTokenizer(_inner, maxCharacters: 50);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            foreach (var length in Enumerable.Range(0, 5_000).Select(index => index % 40))
            {
                Assert.Equal(length, tokenizer.Encode(new string('a', length)).Length);
            }
        })));
    }

    private sealed class CountingTokenizer : ITokenizer
    {
        public ConcurrentDictionary<string, int> Encoded { get; } = new();

        public int Size => 256;

        public ImmutableArray<int> Encode(string text)
        {
            Encoded.AddOrUpdate(text, 1, (_, times) => times + 1);
            return [.. text.Select(character => character - 'a' + 1)];
        }

        public string Decode(ReadOnlySpan<int> tokens) => throw new NotSupportedException();

        public bool TryGetId(string token, out int id) => throw new NotSupportedException();

        public bool IsSpecial(int id) => throw new NotSupportedException();
    }
}
