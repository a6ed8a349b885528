namespace Reckon.Benchmarks;

/// <summary>Draws from the whole distribution, number by number, with the platform's exponential.</summary>
internal sealed class ScalarSampler(int size)
{
    private readonly double[] _weights = new double[size];

    public int Draw(float[] logits, double uniform)
    {
        const double temperature = 0.8;
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
