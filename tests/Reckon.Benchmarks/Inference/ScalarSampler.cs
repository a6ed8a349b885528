namespace Reckon.Benchmarks.Inference;

/// <summary>Draws from the whole distribution, number by number, with the platform's exponential.</summary>
/// <param name="size">Logits of a row.</param>
/// <param name="temperature">Above 0.</param>
internal sealed class ScalarSampler(int size, double temperature)
{
    private readonly double[] _weights = new double[size];

    public int Sample(ReadOnlySpan<float> logits, double uniform)
    {
        var largest = float.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0.0;
        for (var i = 0; i < logits.Length; i++)
        {
            sum += _weights[i] = Math.Exp((logits[i] - largest) / temperature);
        }

        var (reached, chosen) = (0.0, 0);
        for (; chosen < logits.Length - 1; chosen++)
        {
            reached += _weights[chosen];
            if (reached > uniform * sum)
            {
                break;
            }
        }

        return chosen;
    }
}
