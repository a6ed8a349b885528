namespace Reckon.Cli.Hosting;

/// <summary>
/// How the models of a device share its memory, which is reserved at once: each has its weights, and an equal part of what all weights leave. Pure.
/// </summary>
internal static class DeviceRoom
{
    /// <summary>Bytes for a model.</summary>
    /// <param name="free">Bytes that are free on the device.</param>
    /// <param name="weights">Bytes of the weights of each model that is to be there, of which there is at least one.</param>
    /// <param name="own">Bytes of this model's.</param>
    public static long For(long free, IReadOnlyCollection<long> weights, long own) => ((free - weights.Sum()) / weights.Count) + own;
}
