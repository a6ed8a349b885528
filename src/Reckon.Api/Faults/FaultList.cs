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
        extensions: Faults(faults.Select(fault => $"{fault}")));

    /// <summary>The answer where another sweep is in the way.</summary>
    /// <param name="detail">What to do.</param>
    /// <param name="differences">In what it differs.</param>
    public static IResult OfConflict(string detail, ImmutableArray<string> differences) => Results.Problem(
        title: "Another sweep is there", detail: detail, statusCode: StatusCodes.Status409Conflict, extensions: Faults(differences));

    private static Dictionary<string, object?> Faults(IEnumerable<string> faults) => new() { ["faults"] = faults.Take(Most).ToArray() };
}
