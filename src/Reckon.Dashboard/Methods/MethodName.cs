using Reckon.Evaluation.Reports;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Dashboard.Methods;

/// <summary>What a strategy is called without its n.</summary>
public static class MethodName
{
    /// <summary>The label of <paramref name="run"/> without its n, such as <c>beam width=4</c>.</summary>
    public static string Of(RunSummary run) => string.Join(' ', run.Run.Split(' ')
        .Where(word => !word.StartsWith($"{ParameterValues.NameOfN}=", StringComparison.Ordinal)));
}
