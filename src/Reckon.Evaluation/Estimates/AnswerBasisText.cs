using System.Globalization;

namespace Reckon.Evaluation.Estimates;

/// <summary>Says what an estimate is based on.</summary>
public static class AnswerBasisText
{
    /// <summary>The basis of <paramref name="workload"/>, in a sentence without a full stop.</summary>
    public static string Of(Workload workload) => string.Create(
        CultureInfo.InvariantCulture,
        $"an answer has {workload.Proposer.Answer:0.0} tokens in {workload.Steps:0.0} steps, {Of(workload.Basis)}");

    private static string Of(AnswerBasis basis) => basis switch
    {
        AnswerBasis.Solutions => "the mean of the dataset's solutions",
        AnswerBasis.HalfOfLimit => "half of what sampling allows, as the dataset has no solutions",
        _ => "the mean of the dataset's solutions, and half of what sampling allows where there is none",
    };
}
