using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Api.Faults;

/// <summary>Everything that is wrong with what was handed in, as one problem.</summary>
internal static class FaultList
{
    private const int Most = 50;

    /// <summary>The answer.</summary>
    public static IResult Of(ImmutableArray<Diagnostic> faults) => Results.Problem(
        title: "The sweep cannot run",
        detail: $"{faults.Length} faults; see 'faults'.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["faults"] = faults.Take(Most).Select(fault => $"{fault}").ToArray() });
}
