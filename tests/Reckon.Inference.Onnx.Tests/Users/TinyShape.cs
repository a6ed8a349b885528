namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>The sizes of a tiny Llama.</summary>
/// <param name="Vocabulary">Logits; more than the tokenizer has tokens, as real models pad.</param>
internal sealed record TinyShape(int Vocabulary)
{
    public int Width { get; init; } = 64;

    public int Layers { get; init; } = 2;

    public int Heads { get; init; } = 4;

    public int KeyHeads { get; init; } = 2;

    public int Inner { get; init; } = 96;

    public int Context { get; init; } = 256;

    private const double Theta = 10_000;

    public const double Epsilon = 1e-5;

    public int HeadSize => Width / Heads;

    public int KeyWidth => KeyHeads * HeadSize;

    /// <summary>The angle of a rotary position.</summary>
    public double Angle(int position, int index) => position * Math.Pow(Theta, -index / (HeadSize / 2.0));
}
