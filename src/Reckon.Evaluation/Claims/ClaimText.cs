using System.Text;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Claims;

/// <summary>Results of claims in words.</summary>
public static class ClaimText
{
    /// <summary>The claim, whether it holds, and the numbers, each on a line.</summary>
    public static string Of(ClaimResult result)
    {
        var text = new StringBuilder($"{result.Claim.Text}: {(result.Holds ? "holds" : "does not hold")}\n");
        if (result.Difference is { } difference)
        {
            text.Append($"  {DifferenceText.Of(difference)}\n");
        }

        foreach (var saving in result.Savings)
        {
            text.Append($"  {Line(saving)}\n");
        }

        return text.ToString();
    }

    /// <summary>A saving in words.</summary>
    public static string Line(Saving saving)
    {
        var (value, (low, high)) = saving.Ratio;
        var name = NameOf(saving.Unit);
        return saving.Reached is { } reached
            ? Cells.Number($"{name}: reached at {reached:0.###e0} of {saving.Cost:0.###e0}, a saving x{(saving.IsAtFirst ? " at least" : "")} {value:0.00} [{low:0.00}, {high:0.00}]")
            : Cells.Number($"{name}: not reached [saving x {low:0.00}, {high:0.00}; 0 stands for not reached]");
    }

    /// <summary>What a unit is called.</summary>
    public static string NameOf(CostUnit unit) => unit switch
    {
        CostUnit.Generations => "generations",
        CostUnit.Tokens => "tokens",
        CostUnit.Flops => "FLOPs",
        _ => "FLOPs, verifier free",
    };
}
