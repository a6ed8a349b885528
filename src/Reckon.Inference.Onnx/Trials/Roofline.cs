using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Trials;

/// <summary>
/// The most tokens a second that a device's memory allows (Williams et al. 2009): a step of decoding has to read all weights once.
/// </summary>
public static class Roofline
{
    /// <summary>Tokens a second of all rows together.</summary>
    /// <param name="weightBytes">Bytes of the weights.</param>
    /// <param name="cache">The KV cache, which each row has to read, too.</param>
    /// <param name="rows">Rows that run at once, at least 1.</param>
    /// <param name="rowTokens">Tokens of each.</param>
    /// <param name="bandwidth">Bytes a second that the memory gives, above 0.</param>
    public static double TokensPerSecond(long weightBytes, CacheShape cache, int rows, int rowTokens, double bandwidth) =>
        rows * bandwidth / (weightBytes + ((double)rows * rowTokens * cache.TokenBytes));
}
