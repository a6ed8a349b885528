namespace Reckon.Inference.TokenSampling;

/// <summary>A token with its logit, in one number that grows with its rank: with the logit, and of equal logits with a lower id.</summary>
internal readonly record struct RankedToken(ulong Rank) : IComparable<RankedToken>
{
    private const uint SignBit = 0x8000_0000;

    public static RankedToken Of(int id, float logit)
    {
        // The bits of floats above zero are in their order, and those below it in the opposite one; −0 and 0 are equal.
        var bits = BitConverter.SingleToUInt32Bits(logit + 0f);
        var order = (bits & SignBit) == 0 ? bits | SignBit : ~bits;
        return new RankedToken(((ulong)order << 32) | ~(uint)id);
    }

    public int Id => (int)~(uint)Rank;

    public float Logit
    {
        get
        {
            var order = (uint)(Rank >> 32);
            return BitConverter.UInt32BitsToSingle((order & SignBit) != 0 ? order & ~SignBit : ~order);
        }
    }

    public int CompareTo(RankedToken other) => Rank.CompareTo(other.Rank);
}
