using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>The recurrent state of all slots. A run reads a slot's and writes aside, so that a run that fails changes nothing.</summary>
internal sealed class RecurrentState(StateShape shape, int slots) : IDisposable
{
    private readonly NativeBuffer<float> _states = new((long)slots * shape.Size);
    private readonly NativeBuffer<float> _next = new(shape.Size);
    private readonly OrtValue?[] _inputs = new OrtValue?[slots];

    public string InputName => shape.Input;

    public string OutputName => shape.Output;

    public OrtValue Output => field ??= TensorView.Of(_next, 0, 1, shape.Size);

    public OrtValue InputOf(int slot) => _inputs[slot] ??= TensorView.Of(_states, (long)slot * shape.Size, 1, shape.Size);

    public Span<float> Of(int slot) => _states.Slice((long)slot * shape.Size, shape.Size);

    public void Copy(int source, int target) => Of(source).CopyTo(Of(target));

    /// <summary>Takes over what a run has written.</summary>
    public void Commit(int slot) => _next.Slice(0, shape.Size).CopyTo(Of(slot));

    public void Dispose()
    {
        foreach (var input in _inputs)
        {
            input?.Dispose();
        }

        Output.Dispose();
        _states.Dispose();
        _next.Dispose();
    }
}
