using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx;

/// <summary>Opens engines on model folders. An engine that is returned has answered its model's known questions right.</summary>
public static class InferenceEngines
{
    /// <summary>Opens the proposer in <paramref name="folder"/>.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found, each with a remedy.</exception>
    public static IProposerEngine OpenProposer(string folder, EngineOptions options, OnnxExecutionOptions execution)
    {
        var files = ModelFolder.Read(folder, ModelRole.Proposer);
        var model = OpenModel(files, options.Validated().Slots, execution);
        return new ProposerEngine(Parts(files, model), options);
    }

    /// <summary>Opens the verifier in <paramref name="folder"/>.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found, each with a remedy.</exception>
    public static IVerifierEngine OpenVerifier(string folder, EngineOptions options, OnnxExecutionOptions execution)
    {
        var files = ModelFolder.Read(folder, ModelRole.Verifier);
        var model = OpenVerifierModel(files, slots: 1, execution);
        var steps = new StepEncoder(files.Tokenizer, files.Delimiter, files.Ends[0]);
        return new VerifierEngine(new VerifierModel(files.Descriptor.Card, model, files.Prompt, steps), options);
    }

    internal static ProposerModel Parts(ModelFolder files, IModel model) => new(
        files.Descriptor.Card, model, files.Tokenizer, TokenRules.Of(files.Tokenizer, files.Delimiter, files.Ends), files.Prompt);

    internal static OnnxModel OpenModel(ModelFolder files, int slots, OnnxExecutionOptions execution)
    {
        var session = SessionOpener.Open(files, execution);
        try
        {
            var model = new OnnxModel(session, files.Descriptor, slots, new SessionContract(session, files).Check());
            SelfTest.Run(model, files);
            return model;
        }
        catch (Exception fault)
        {
            session.Dispose();
            throw AsLoadFault(fault, files);
        }
    }

    internal static OnnxVerifierModel OpenVerifierModel(ModelFolder files, int slots, OnnxExecutionOptions execution)
    {
        var session = SessionOpener.Open(files, execution);
        try
        {
            new SessionContract(session, files).Check();
            var model = new OnnxVerifierModel(session, files.Descriptor, files.Descriptor.Scores!, slots); // A verifier has scores.
            SelfTest.Run(model, files);
            return model;
        }
        catch (Exception fault)
        {
            session.Dispose();
            throw AsLoadFault(fault, files);
        }
    }

    // Some faults of a model appear only at its first run.
    private static ModelLoadException AsLoadFault(Exception fault, ModelFolder files) => fault as ModelLoadException ?? new ModelLoadException(
        files.Path,
        [new ModelFault(files.Descriptor.ModelFile, $"a model that runs ({fault.Message})", "Export the model again, or choose another provider.")],
        fault);
}
