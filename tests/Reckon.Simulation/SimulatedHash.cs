namespace Reckon.Simulation;

/// <summary>Numbers that look random and are the same everywhere.</summary>
internal static class SimulatedHash
{
    /// <summary>SplitMix64 (Steele, Lea, Flood 2014) of the two together.</summary>
    public static ulong Mix(ulong left, ulong right)
    {
        var z = (left * 0x9E3779B97F4A7C15) + right + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In [0, 1).</summary>
    public static double Uniform(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    /// <summary>Nearly normal, mean 0 and deviation 1: the sum of twelve uniform numbers less six.</summary>
    public static double Normal(ulong hash)
    {
        var sum = -6.0;
        for (var i = 1UL; i <= 12; i++)
        {
            sum += Uniform(Mix(hash, i));
        }

        return sum;
    }
}
