namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>The weights of a layer.</summary>
internal sealed record TinyLayer(
    Matrix InputNorm, Matrix Query, Matrix Key, Matrix Value, Matrix Output, Matrix PostNorm, Matrix Gate, Matrix Up, Matrix Down);
