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
        if (folder.KnownAnswer is { } known)
        {
            foreach (var text in known.Texts)
            {
                Compare(folder, known, model.Prefill(Slot, text.Ids.AsSpan()), text);
            }
        }
        else
        {
            Agree(model, folder);
        }

        model.Rewind(Slot, 0);
    }

    /// <exception cref="ModelLoadException">An answer is off.</exception>
    public static void Run(IVerifierModel model, ModelFolder folder)
    {
        foreach (var text in folder.KnownAnswer?.Texts ?? [])
        {
            model.Clear(Slot);
            Compare(folder, folder.KnownAnswer!, model.Extend(Slot, text.Ids.AsSpan()), text);
        }

        model.Clear(Slot);
    }

    // Where nobody computed what the model must say, it must at least say the same in two ways.
    private static void Agree(IModel model, ModelFolder folder)
    {
        var text = folder.ProbeText.AsSpan();
        var atOnce = model.Prefill(Slot, text).ToArray();
        ReadOnlySpan<float> oneByOne = model.Prefill(Slot, text[..2]);
        for (var i = 2; i < text.Length; i++)
        {
            oneByOne = model.Decode(text.Slice(i, 1));
        }

        if (Array.Exists(atOnce, logit => !float.IsFinite(logit)))
        {
            throw new ModelLoadException(
                folder.Path, [new ModelFault(folder.Descriptor.ModelFile, "logits that are numbers", "The weights are damaged: fetch or export them again.")]);
        }

        if (atOnce.Length > 2 && atOnce.Min() == atOnce.Max())
        {
            throw new ModelLoadException(
                folder.Path, [new ModelFault(folder.Descriptor.ModelFile, "logits that differ between tokens", "The weights are empty: fetch or export them again.")]);
        }

        // What the tolerance is measured for are logits of up to 8.
        var scale = Math.Max(1, atOnce.Max(Math.Abs) / 8);
        var worst = Worst(oneByOne, atOnce);
        if (!(worst <= folder.Descriptor.Tolerance * scale))
        {
            throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    folder.Descriptor.ModelFile,
                    $"the same logits, within {folder.Descriptor.Tolerance * scale:g3}, for a text read at once and token by token;"
                        + $" they are off by {worst:g3}",
                    "The graph or its weights are damaged, or the execution provider computes wrongly: export again, or choose another.")]);
        }
    }

    private static double Worst(ReadOnlySpan<float> found, ReadOnlySpan<float> expected)
    {
        var worst = found.Length == expected.Length ? 0.0 : double.PositiveInfinity;
        for (var i = 0; i < Math.Min(found.Length, expected.Length); i++)
        {
            // A comparison with NaN is false.
            var difference = Math.Abs((double)found[i] - expected[i]);
            worst = difference <= worst ? worst : difference;
        }

        return worst;
    }

    private static void Compare(ModelFolder folder, KnownAnswer known, ReadOnlySpan<float> found, KnownText text)
    {
        var worst = Worst(found, text.Expected.AsSpan());
        if (!(worst <= known.Tolerance))
        {
            throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    folder.Descriptor.ModelFile,
                    $"the answers of known-answer.json within {known.Tolerance}; "
                        + $"{found.Length} of {text.Expected.Length} numbers, off by up to {worst:g3}",
                    "Model, known answers or execution provider do not belong together: export again, or choose another provider.")]);
        }
    }
}
