using Reckon.Search.Randomness;

namespace Reckon.Search.Tests.Randomness;

public sealed class PhiloxTests
{
    /// <summary>The vectors for philox4x32 with 10 rounds in <c>kat_vectors</c> of the Random123 distribution.</summary>
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void Gives_the_published_blocks(string counter, string key, string block)
    {
        var words = Words(counter);

        var (low, high) = Philox.Block(Join(Words(key)), Join(words[..2]), Join(words[2..]));

        Assert.Equal((Join(Words(block)[..2]), Join(Words(block)[2..])), (low, high));
    }

    private static uint[] Words(string text) => [.. text.Split(' ').Select(word => Convert.ToUInt32(word, 16))];

    private static ulong Join(uint[] words) => words[0] | ((ulong)words[1] << 32);
}
