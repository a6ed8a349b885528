using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Heads;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>Puts the tensors of runs together. Those of decode steps are kept: there are few kinds, and making them takes longer than filling them.</summary>
/// <param name="inputs">Ids, mask and further inputs.</param>
/// <param name="cache">The slots.</param>
/// <param name="state">Their recurrent state; null for a model without one.</param>
internal sealed class RunTensors(TokenInputs inputs, SlotCache cache, RecurrentState? state) : IDisposable
{
    /// <summary>The place of the mask among the inputs, where each run puts its own.</summary>
    public const int MaskInput = 1;

    private readonly Dictionary<(int First, int Rows, RunOutputs Wanted), RunValues> _steps = [];

    /// <summary>Those of a decode step over neighbouring slots, whose past and present are one buffer.</summary>
    public RunValues OfStep(int first, int rows, RunOutputs wanted)
    {
        if (!_steps.TryGetValue((first, rows, wanted), out var values))
        {
            var view = cache.View(first, rows);
            _steps[(first, rows, wanted)] = values = Of(first, rows, chunk: 1, wanted, view, view, owned: []);
        }

        return values;
    }

    /// <summary>Those of any run. Whoever asks disposes of them.</summary>
    /// <param name="first">The first slot.</param>
    /// <param name="rows">Rows of the run.</param>
    /// <param name="chunk">Tokens that each row adds.</param>
    /// <param name="wanted">What is read of the results.</param>
    /// <param name="past">The past of the rows.</param>
    /// <param name="present">Where the run writes.</param>
    /// <param name="owned">Those of past and present that are nobody else's.</param>
    public RunValues Of(int first, int rows, int chunk, RunOutputs wanted, OrtValue[] past, OrtValue[] present, OrtValue[] owned)
    {
        var ids = inputs.Ids(rows, chunk);
        OrtValue[] others = [.. wanted.Inputs(rows, chunk), .. inputs.Extra(rows, chunk)];
        var outputs = wanted.Outputs(rows, chunk);
        string[] stateInput = state is null ? [] : [state.InputName];
        string[] stateOutput = state is null ? [] : [state.OutputName];
        return new RunValues(
            ["input_ids", "attention_mask", .. cache.InputNames, .. wanted.InputNames, .. inputs.ExtraNames, .. stateInput],
            [ids, ids, .. past, .. others, .. state is null ? (OrtValue[])[] : [state.InputOf(first)]],
            [.. wanted.OutputNames, .. cache.OutputNames, .. stateOutput],
            [.. outputs, .. present, .. state is null ? (OrtValue[])[] : [state.Output]],
            [ids, .. others, .. outputs, .. owned]);
    }

    public void Dispose()
    {
        foreach (var values in _steps.Values)
        {
            values.Dispose();
        }
    }
}
