using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reckon.Search.Randomness;

/// <summary>
/// The name of one stream of random numbers: sweep seed, problem and path in the tree. A draw is a pure function of the key
/// and the token's index, so it does not depend on the worker, the time, or what else is in the batch.
/// </summary>
/// <remarks>
/// The generator is Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
/// A child's key is the parent's key run through the same generator with the child's index as its counter.
/// </remarks>
public readonly record struct RandomKey(ulong Value)
{
    private const ulong ChildDomain = 0x6368696C64000000; // "child": keeps keys of children apart from draws.
    private const ulong ChanceDomain = 0x6368616E63650000; // "chance"
    private const ulong JudgementDomain = 0x6A75646765000000; // "judge"
    private const ulong DrawDomain = 0x6472617700000000; // "draw"

    /// <summary>The key of the empty prefix of <paramref name="problemId"/>.</summary>
    public static RandomKey Root(long seed, string problemId)
    {
        // Some cultures write a minus sign of their own.
        var name = string.Create(CultureInfo.InvariantCulture, $"{seed}\n{problemId}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return new RandomKey(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>The key of what a strategy draws for itself. No draw of a token and no child's key comes from it or its children.</summary>
    public RandomKey Chance => new(Philox.Block(Value, 0, ChanceDomain).Low);

    /// <summary>The key of what a control verifier draws for the step that this key names: no token's draw comes from it.</summary>
    public RandomKey Judgement => new(Philox.Block(Value, 0, JudgementDomain).Low);

    /// <summary>The key of child <paramref name="index"/>, from 0.</summary>
    public RandomKey Child(int index) => new(Philox.Block(Value, (uint)index, ChildDomain).Low);

    /// <summary>The key at the end of <paramref name="path"/>, the indices of children from this key down.</summary>
    public RandomKey Descend(ReadOnlySpan<int> path)
    {
        var key = this;
        foreach (var index in path)
        {
            key = key.Child(index);
        }

        return key;
    }

    /// <summary>
    /// The uniform draw in [0, 1) for the token at <paramref name="tokenIndex"/>, from 0, of the step that this key names.
    /// </summary>
    public double Uniform(int tokenIndex) =>
        (Philox.Block(Value, (uint)tokenIndex, DrawDomain).Low >> 11) * (1.0 / (1UL << 53));
}
