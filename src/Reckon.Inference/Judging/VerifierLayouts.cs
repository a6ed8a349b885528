using System.Collections.Immutable;

namespace Reckon.Inference.Judging;

/// <summary>The layouts of verifiers that are published.</summary>
public static class VerifierLayouts
{
    private const string Boxed = "Please reason step by step, and put your final answer within \\boxed{}.";
    private const string ChatMl = "<|im_start|>system\n" + Boxed + "<|im_end|>\n<|im_start|>user\n{problem}<|im_end|>\n<|im_start|>assistant\n";

    // Llama 3.1's own template, with the date that it falls back to.
    private const string Llama = "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nCutting Knowledge Date: December 2023\n"
        + "Today Date: 26 Jul 2024\n\n<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n{problem}";

    private const string LlamaAnswer = "<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n";
    private const string LlamaNext = "+<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n";

    /// <summary>All of them.</summary>
    public static ImmutableArray<VerifierLayout> All { get; } =
    [
        new("qwen2.5-math-prm", ChatMl, "<extra_0>", HeadKind.Classes),
        new("skywork-prm", "{problem}\n", "\n", HeadKind.Scalar),
        new("math-shepherd", "{problem}", " ки", HeadKind.TwoTokens) { First = " ", Between = "\n", Good = " +", Bad = " -" },
        new("rlhflow-prm", Llama, LlamaAnswer, HeadKind.TwoTokens) { First = " ", Between = LlamaNext, HasMarker = false, Good = "+", Bad = "-" },
        new("openr-math-psa", "{problem}", " \n\n\n\n\n", HeadKind.TwoTokens) { First = " ", Good = " +", Bad = " -" },
        new("trl-token-classification", "{problem}", "\n", HeadKind.Classes),
        new("qwen2.5-math-rm", ChatMl, "", HeadKind.Scalar) { Between = "\n\n", End = "<|im_end|>", HasMarker = false, IsOutcomeOnly = true },
    ];

    /// <summary>The layout with a name; null where there is none.</summary>
    public static VerifierLayout? Named(string name) => All.FirstOrDefault(layout => layout.Name == name);

    /// <summary>The layout of a model of this architecture, as <c>config.json</c> names it; null where that does not tell.</summary>
    public static VerifierLayout? Of(string architecture) => architecture switch
    {
        "Qwen2ForProcessRewardModel" => Named("qwen2.5-math-prm"),
        "Qwen2ForRewardModel" => Named("qwen2.5-math-rm"),
        _ when architecture.EndsWith("ForTokenClassification", StringComparison.Ordinal) => Named("trl-token-classification"),
        _ => null,
    };
}
