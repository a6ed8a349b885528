using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Sessions;
using Reckon.Inference.Proposing;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Onnx;

/// <summary>
/// Opens engines on model folders that have been read and checked: a model is hashed once, when its folder is read. An engine that is
/// returned has passed its model's self-test.
/// </summary>
public static class InferenceEngines
{
    /// <summary>Opens the proposer in <paramref name="files"/>.</summary>
    /// <exception cref="ModelLoadException">The model is not a proposer, or does not run; with a remedy.</exception>
    public static IProposerEngine OpenProposer(ModelFolder files, EngineOptions options, OnnxExecutionOptions execution)
    {
        var model = OpenModel(files.ThrowUnless(ModelRole.Proposer), options.Validated().Slots, execution, options.MaxKeptTokens);
        return new ProposerEngine(Guard(files, model, () => Parts(files, model)), options);
    }

    /// <summary>Opens the verifier in <paramref name="files"/>.</summary>
    /// <exception cref="ModelLoadException">The model is not a verifier, or does not run; with a remedy.</exception>
    public static IVerifierEngine OpenVerifier(ModelFolder files, EngineOptions options, OnnxExecutionOptions execution)
    {
        var model = OpenVerifierModel(files.ThrowUnless(ModelRole.Verifier), slots: 1, execution, options.Validated().MaxKeptTokens);
        IStepEncoder steps = files.Layout is { } layout ? new LayoutSteps(files.Tokenizer, layout, files.Begin) : StepsOf(files);
        var isRepeatable = Guard(files, model, () => RepeatabilityProbe.Passes(model, files.ProbeText.AsSpan()));
        var card = files.Descriptor.Card with { IsRepeatable = isRepeatable };
        return new VerifierEngine(new VerifierModel(card, model, files.Prompt, steps), options);
    }

    /// <summary>How steps are put to the verifier in <paramref name="files"/>.</summary>
    /// <exception cref="ModelLoadException">No token ends a step.</exception>
    public static StepEncoder StepsOf(ModelFolder files) => files.Delimiter is { } delimiter
        ? new StepEncoder(files.Tokenizer, delimiter, files.Ends[0])
        : throw new ModelLoadException(
            files.Path,
            [new ModelFault(ModelDescriptor.FileName, "a verifier whose step delimiter is one token", "Name a token of the vocabulary.")]);

    internal static ProposerModel Parts(ModelFolder files, IModel model) => new(
        files.Descriptor.Card with { IsRepeatable = RepeatabilityProbe.Passes(model, files.ProbeText.AsSpan()) },
        model, files.Tokenizer, TokenRules.Of(files.Tokenizer, files.Descriptor.StepDelimiter, files.Ends), files.Prompt);

    internal static OnnxModel OpenModel(
        ModelFolder files, int slots, OnnxExecutionOptions execution, int blocks = 0, ICacheMemory? memory = null)
    {
        var rewritten = HeadChoice.For(files, execution);
        return Open(
            files,
            execution,
            rewritten,
            (session, logits) => new OnnxModel(
                session, files.Descriptor, slots, blocks, memory ?? CacheMemory.For(execution, files.Descriptor.Cache), logits, rewritten?.Head),
            model =>
            {
                SelfTest.Run(model, files);
                model.SettleLoneRows(files.ProbeText.AsSpan());
            });
    }

    internal static OnnxVerifierModel OpenVerifierModel(ModelFolder files, int slots, OnnxExecutionOptions execution, int blocks = 0) =>
        Open(
            files,
            execution,
            Scored(files),
            (session, _) => new OnnxVerifierModel(
                session, files.Descriptor, files.Descriptor.Scores!, slots, blocks, CacheMemory.For(execution, files.Descriptor.Cache)), // It has scores.
            model => SelfTest.Run(model, files));

    private static RewrittenModel? Scored(ModelFolder files) => files.Descriptor.Scores is { Head: { } head } scores
        ? new RewrittenModel(ScoreRewriter.Rewrite(File.ReadAllBytes(files.ModelPath), head, scores.Output), null)
        : null;

    /// <summary>Does a step of opening a model. When it fails, <paramref name="opened"/> is closed, and the fault gets a remedy.</summary>
    internal static T Guard<T>(ModelFolder files, IDisposable opened, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault)
        {
            opened.Dispose();
            throw LoadFault.Of(fault, files);
        }
    }

    private static TModel Open<TModel>(
        ModelFolder files,
        OnnxExecutionOptions execution,
        RewrittenModel? rewritten,
        Func<InferenceSession, int, TModel> make,
        Action<TModel> test)
        where TModel : class, IDisposable
    {
        var session = SessionOpener.Open(files, execution, rewritten);
        var model = Guard(files, session, () => make(session, new SessionContract(session, files, rewritten?.Head).Check()));
        return Guard(files, model, () => // It owns its session.
        {
            test(model);
            return model;
        });
    }
}
