namespace Reckon.Inference.Onnx.Graphs;

/// <summary>The output of a rewritten head.</summary>
/// <param name="Width">Logits per row.</param>
/// <param name="TopCount">How many of the largest can be read without their row; 0 for none.</param>
/// <param name="Chunk">Terms that are summed at once for a log-sum; the sums of chunks are summed afterwards.</param>
internal sealed record HeadShape(int Width, int TopCount, int Chunk)
{
    public const string Logits = "logits";
    public const string Rows = "rows";
    public const string InverseTemperatures = "inverse_temperatures";
    public const string TopValues = "top_values";
    public const string TopIds = "top_ids";
    public const string LogSums = "log_sums";

    private const double Rounding = 1.0 / (1 << 24); // Half of the last bit of a float at 1: the most that one operation is off.

    /// <summary>The inputs of the head, besides those of the model.</summary>
    public string[] InputNames => TopCount == 0 ? [Rows] : [Rows, InverseTemperatures];

    /// <summary>
    /// The largest relative error of the sum whose logarithm is a log-sum, without the part that grows with the logits. Each addition
    /// rounds once (Higham 2002, section 4.2), and so do a few operations before and after.
    /// </summary>
    public double SumTolerance => 2 * (Chunk + (Width / Chunk) + 16) * Rounding;
}
