namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>What a tiny Llama must say: recomputed in double precision, without a cache.</summary>
internal static class TinyReference
{
    /// <summary>The logits after the last of <paramref name="ids"/>.</summary>
    public static double[] Logits(TinyShape shape, TinyWeights weights, ReadOnlySpan<int> ids) =>
        weights.Head.Times(Hidden(shape, weights, ids)[^1]);

    /// <summary>The normalized hidden state at every position.</summary>
    public static double[][] Hidden(TinyShape shape, TinyWeights weights, ReadOnlySpan<int> ids)
    {
        var states = new double[ids.Length][];
        for (var at = 0; at < ids.Length; at++)
        {
            var id = ids[at];
            states[at] = [.. Enumerable.Range(0, shape.Width).Select(i => (double)weights.Embedding[id, i])];
        }

        foreach (var layer in weights.Layers)
        {
            var normal = states.Select(state => Normed(state, layer.InputNorm)).ToArray();
            var mixed = Attend(shape, layer, normal);
            for (var at = 0; at < states.Length; at++)
            {
                states[at] = Sum(states[at], layer.Output.Times(mixed[at]));
                var after = Normed(states[at], layer.PostNorm);
                double[] gated = [.. layer.Gate.Times(after).Zip(layer.Up.Times(after), (gate, up) => gate / (1 + Math.Exp(-gate)) * up)];
                states[at] = Sum(states[at], layer.Down.Times(gated));
            }
        }

        return [.. states.Select(state => Normed(state, weights.Norm))];
    }

    private static double[][] Attend(TinyShape shape, TinyLayer layer, double[][] normal)
    {
        var queries = normal.Select((state, at) => Turned(shape, layer.Query.Times(state), at)).ToArray();
        var keys = normal.Select((state, at) => Turned(shape, layer.Key.Times(state), at)).ToArray();
        var values = normal.Select(layer.Value.Times).ToArray();
        return [.. queries.Select((query, at) => Enumerable.Range(0, shape.Heads)
            .SelectMany(head => Mix(shape, query, keys, values, at, head)).ToArray())];
    }

    private static double[] Mix(TinyShape shape, double[] query, double[][] keys, double[][] values, int at, int head)
    {
        var (size, group) = (shape.HeadSize, head / (shape.Heads / shape.KeyHeads));
        var scores = Enumerable.Range(0, at + 1).Select(past => Enumerable.Range(0, size)
            .Sum(i => query[(head * size) + i] * keys[past][(group * size) + i]) / Math.Sqrt(size)).ToArray();
        var most = scores.Max();
        var shares = scores.Select(score => Math.Exp(score - most)).ToArray();
        var all = shares.Sum();
        return [.. Enumerable.Range(0, size).Select(i => shares.Select((share, past) => share * values[past][(group * size) + i]).Sum() / all)];
    }

    private static double[] Turned(TinyShape shape, double[] vector, int position)
    {
        var (size, half) = (shape.HeadSize, shape.HeadSize / 2);
        var turned = new double[vector.Length];
        for (var start = 0; start < vector.Length; start += size)
        {
            for (var i = 0; i < half; i++)
            {
                var (cos, sin) = (Math.Cos(shape.Angle(position, i)), Math.Sin(shape.Angle(position, i)));
                turned[start + i] = (vector[start + i] * cos) - (vector[start + half + i] * sin);
                turned[start + half + i] = (vector[start + half + i] * cos) + (vector[start + i] * sin);
            }
        }

        return turned;
    }

    private static double[] Normed(double[] state, Matrix weight)
    {
        var root = Math.Sqrt(state.Average(value => value * value) + TinyShape.Epsilon);
        return [.. state.Select((value, i) => value / root * weight.Values[i])];
    }

    private static double[] Sum(double[] left, double[] right) => [.. left.Zip(right, (a, b) => a + b)];
}
