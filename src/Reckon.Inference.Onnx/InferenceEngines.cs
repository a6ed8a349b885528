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
        var model = OpenModel(files, options.Validated().Slots, execution, options.MaxKeptTokens);
        return new ProposerEngine(Parts(files, model), options);
    }

    /// <summary>Opens the verifier in <paramref name="folder"/>.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found, each with a remedy.</exception>
    public static IVerifierEngine OpenVerifier(string folder, EngineOptions options, OnnxExecutionOptions execution)
    {
        var files = ModelFolder.Read(folder, ModelRole.Verifier);
        var model = OpenVerifierModel(files, slots: 1, execution, options.Validated().MaxKeptTokens);
        var steps = new StepEncoder(files.Tokenizer, files.Delimiter, files.Ends[0]);
        var card = files.Descriptor.Card with { IsRepeatable = RepeatabilityTest.Passes(model, files.KnownAnswer.Longest.AsSpan()) };
        return new VerifierEngine(new VerifierModel(card, model, files.Prompt, steps), options);
    }

    internal static ProposerModel Parts(ModelFolder files, IModel model) => new(
        files.Descriptor.Card with { IsRepeatable = RepeatabilityTest.Passes(model, files.KnownAnswer.Longest.AsSpan()) },
        model, files.Tokenizer, TokenRules.Of(files.Tokenizer, files.Delimiter, files.Ends), files.Prompt);

    internal static OnnxModel OpenModel(ModelFolder files, int slots, OnnxExecutionOptions execution, int cells = 0)
    {
        var rewritten = HeadChoice.For(files, execution);
        return Open(
            files,
            execution,
            rewritten,
            (session, logits) => new OnnxModel(session, files.Descriptor, slots, cells, logits, rewritten?.Head),
            model => SelfTest.Run(model, files));
    }

    internal static OnnxVerifierModel OpenVerifierModel(ModelFolder files, int slots, OnnxExecutionOptions execution, int cells = 0) => Open(
        files,
        execution,
        rewritten: null,
        (session, _) => new OnnxVerifierModel(session, files.Descriptor, files.Descriptor.Scores!, slots, cells), // A verifier has scores.
        model => SelfTest.Run(model, files));

    private static TModel Open<TModel>(
        ModelFolder files, OnnxExecutionOptions execution, RewrittenModel? rewritten, Func<InferenceSession, int, TModel> make, Action<TModel> test)
        where TModel : class, IDisposable
    {
        var session = SessionOpener.Open(files, execution, rewritten);
        TModel? model = null;
        try
        {
            model = make(session, new SessionContract(session, files, rewritten?.Head).Check());
            test(model);
            return model;
        }
        catch (Exception fault)
        {
            ((IDisposable?)model ?? session).Dispose(); // A model owns its session.
            throw AsLoadFault(fault, files);
        }
    }

    // Some faults of a model appear only at its first run.
    private static ModelLoadException AsLoadFault(Exception fault, ModelFolder files) => fault as ModelLoadException ?? new ModelLoadException(
        files.Path,
        [new ModelFault(files.Descriptor.ModelFile, $"a model that runs ({fault.Message})", "Export the model again, or choose another provider.")],
        fault);
}
