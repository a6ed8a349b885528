namespace Reckon.Inference.Onnx.Trials;

/// <summary>How fast a model writes.</summary>
/// <param name="Rows">Rows that run at once.</param>
/// <param name="TokensPerSecond">Of all rows together.</param>
public sealed record RowSpeed(int Rows, double TokensPerSecond);
