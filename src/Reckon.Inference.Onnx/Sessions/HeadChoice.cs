using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>Decides how a proposer's head is opened, and rewrites it.</summary>
internal static class HeadChoice
{
    /// <summary>The rewritten model; null for the file as it is.</summary>
    /// <exception cref="ModelLoadException">A rewrite was asked for, and is not possible.</exception>
    public static RewrittenModel? For(ModelFolder folder, OnnxExecutionOptions execution)
    {
        var rewrite = Choose(execution, folder.Tokenizer.Size);
        var isHalf = folder.Descriptor.Runs.HasHalfLogits;
        if (rewrite == HeadRewrite.Never)
        {
            return isHalf ? new RewrittenModel(LogitsCast.Add(File.ReadAllBytes(folder.ModelPath)), null) : null;
        }

        var file = File.ReadAllBytes(folder.ModelPath);
        file = isHalf ? LogitsCast.Add(file) : file;
        var candidates = TokenRules.Of(folder.Tokenizer, folder.Descriptor.StepDelimiter, folder.Ends).Candidates;
        var topCount = rewrite == HeadRewrite.Top ? execution.TopLogits : 0;
        var rewritten = HeadRewriter.Rewrite(file, candidates, topCount);
        return rewritten is not null || execution.HeadRewrite == HeadRewrite.Auto
            ? rewritten ?? (isHalf ? new RewrittenModel(file, null) : null)
            : throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    folder.Descriptor.ModelFile,
                    $"a graph whose '{HeadShape.Logits}' are a product with a matrix of a known width, to rewrite it",
                    "Leave the rewrite to Auto, or set it to Never.")]);
    }

    /// <summary>What <see cref="HeadRewrite.Auto"/> comes to.</summary>
    public static HeadRewrite Choose(OnnxExecutionOptions execution, int vocabulary) => execution.HeadRewrite switch
    {
        HeadRewrite.Auto when vocabulary < execution.LargeVocabulary => HeadRewrite.Never,
        HeadRewrite.Auto when execution.Provider == ExecutionProvider.Cpu => HeadRewrite.Rows,
        HeadRewrite.Auto => HeadRewrite.Top,
        var chosen => chosen,
    };
}
