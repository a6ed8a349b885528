namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Random weights, always the same. Matrices are [in, out].</summary>
internal sealed class TinyWeights
{
    private readonly Random _random = new(11);

    public TinyWeights(TinyShape shape)
    {
        Embedding = Normal(shape.Vocabulary, shape.Width, 1);
        Layers = [.. Enumerable.Range(0, shape.Layers).Select(_ => new TinyLayer(
            NearOne(shape.Width),
            Normal(shape.Width, shape.Width, 0.18), Normal(shape.Width, shape.KeyWidth, 0.18),
            Normal(shape.Width, shape.KeyWidth, 0.12), Normal(shape.Width, shape.Width, 0.12),
            NearOne(shape.Width),
            Normal(shape.Width, shape.Inner, 0.12), Normal(shape.Width, shape.Inner, 0.12), Normal(shape.Inner, shape.Width, 0.1)))];
        Norm = NearOne(shape.Width);
        Head = Normal(shape.Width, shape.Vocabulary, 0.25);
    }

    public Matrix Embedding { get; }

    public TinyLayer[] Layers { get; }

    public Matrix Norm { get; }

    public Matrix Head { get; }

    private TinyWeights(TinyWeights from, Func<Matrix, Matrix> change)
    {
        (Embedding, Norm, Head) = (from.Embedding, from.Norm, change(from.Head));
        Layers = [.. from.Layers.Select(layer => layer with
        {
            Query = change(layer.Query), Key = change(layer.Key), Value = change(layer.Value), Output = change(layer.Output),
            Gate = change(layer.Gate), Up = change(layer.Up), Down = change(layer.Down),
        })];
    }

    /// <summary>The same with all matrices of products changed.</summary>
    public TinyWeights With(Func<Matrix, Matrix> change) => new(this, change);

    private Matrix Normal(int rows, int columns, double scale) => new(rows, columns, Draw(rows * columns, _ => scale * Gauss()));

    private Matrix NearOne(int width) => new(1, width, Draw(width, _ => 1 + (0.1 * Gauss())));

    private static float[] Draw(int count, Func<int, double> number) => [.. Enumerable.Range(0, count).Select(i => (float)number(i))];

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
