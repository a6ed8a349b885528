using Reckon.Inference.Folders;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>
/// Checks a model that was just opened against its known answers. A wrong provider, kernel or file is found here and not in a report.
/// </summary>
internal static class SelfTest
{
    private const int Slot = 0;

    /// <exception cref="ModelLoadException">An answer is off.</exception>
    public static void Run(IModel model, ModelFolder folder)
    {
        foreach (var text in folder.KnownAnswer.Texts)
        {
            Compare(folder, model.Prefill(Slot, text.Ids.AsSpan()), text);
        }

        model.Rewind(Slot, 0);
    }

    /// <exception cref="ModelLoadException">An answer is off.</exception>
    public static void Run(IVerifierModel model, ModelFolder folder)
    {
        foreach (var text in folder.KnownAnswer.Texts)
        {
            model.Clear(Slot);
            Compare(folder, model.Extend(Slot, text.Ids.AsSpan()), text);
        }

        model.Clear(Slot);
    }

    private static void Compare(ModelFolder folder, ReadOnlySpan<float> found, KnownText text)
    {
        var worst = found.Length == text.Expected.Length ? 0.0 : double.PositiveInfinity;
        for (var i = 0; i < Math.Min(found.Length, text.Expected.Length); i++)
        {
            // A comparison with NaN is false.
            var difference = Math.Abs((double)found[i] - text.Expected[i]);
            worst = difference <= worst ? worst : difference;
        }

        if (!(worst <= folder.KnownAnswer.Tolerance))
        {
            throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    folder.Descriptor.ModelFile,
                    $"the answers of known-answer.json within {folder.KnownAnswer.Tolerance}; "
                        + $"{found.Length} of {text.Expected.Length} numbers, off by up to {worst:g3}",
                    "Model, known answers or execution provider do not belong together: export again, or choose another provider.")]);
        }
    }
}
