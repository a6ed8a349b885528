using System.Collections.Immutable;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Onnx.Trials;

/// <summary>What a model did when it was tried.</summary>
/// <param name="IsRepeatable">Whether it gave the same bits in any batch.</param>
/// <param name="PairsLoneRows">Whether a row that is alone has to run beside another for that.</param>
/// <param name="ReadTokensPerSecond">Tokens of a prompt that it reads a second.</param>
/// <param name="Written">How fast it writes, by rows.</param>
public sealed record ModelTrial(bool IsRepeatable, bool PairsLoneRows, double ReadTokensPerSecond, ImmutableArray<RowSpeed> Written)
{
    private const int Steps = 16;

    /// <summary>Opens the proposer in <paramref name="files"/>, which runs its self-test, and measures it for a moment.</summary>
    /// <param name="files">A proposer's folder.</param>
    /// <param name="execution">Where it runs.</param>
    /// <param name="rows">How many rows to try, ascending, at least one.</param>
    /// <param name="clock">Measures.</param>
    /// <exception cref="ModelLoadException">It does not run, or does not pass its self-test.</exception>
    public static ModelTrial Run(ModelFolder files, OnnxExecutionOptions execution, ImmutableArray<int> rows, TimeProvider clock)
    {
        using var model = InferenceEngines.OpenModel(files, Math.Max(2, rows[^1]), execution);
        var isRepeatable = RepeatabilityProbe.Passes(model, files.ProbeText.AsSpan());
        var text = files.ProbeText.AsSpan();
        var since = clock.GetTimestamp();
        for (var slot = 0; slot < rows[^1]; slot++)
        {
            model.Prefill(slot, text);
        }

        var read = rows[^1] * text.Length / clock.GetElapsedTime(since).TotalSeconds;
        return new ModelTrial(isRepeatable, model.PairsLoneRows, read, [.. rows.Select(count => new RowSpeed(count, Measure(model, count, files.ProbeText, clock)))]);
    }

    private static double Measure(OnnxModel model, int rows, ImmutableArray<int> text, TimeProvider clock)
    {
        for (var slot = 0; slot < rows; slot++)
        {
            model.Rewind(slot, Math.Min(model.LengthOf(slot), text.Length / 2));
        }

        var tokens = Enumerable.Repeat(text[^1], rows).ToArray();
        model.Decode(tokens); // The first run of a shape takes longer.
        var steps = Math.Min(Steps, model.Limits.ContextTokens - text.Length);
        var since = clock.GetTimestamp();
        for (var step = 0; step < steps; step++)
        {
            model.Decode(tokens);
        }

        return rows * steps / clock.GetElapsedTime(since).TotalSeconds;
    }
}
