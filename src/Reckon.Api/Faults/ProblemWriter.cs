using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Reckon.Api.Faults;

/// <summary>
/// Writes what went wrong as <c>application/problem+json</c> (RFC 9457), whatever the caller says that it accepts: a stream that is asked for
/// and refused is refused in words.
/// </summary>
internal static class ProblemWriter
{
    private const string Type = "application/problem+json";
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Ends a request with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status code.</param>
    /// <param name="title">What went wrong.</param>
    /// <param name="detail">What to do about it.</param>
    public static Task WriteAsync(HttpContext context, int status, string title, string? detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        problem.Extensions["traceId"] = context.TraceIdentifier; // As the log has it.
        return context.Response.WriteAsJsonAsync(problem, _json, Type);
    }

    /// <summary>Ends a request that nothing has answered, such as one for an address that does not exist.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return WriteAsync(context, status, ReasonPhrases.GetReasonPhrase(status), RemedyFor(status));
    }

    private static string RemedyFor(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge =>
            "The body is larger than 'api.maxBodyMegabytes' allows. Send fewer problems at once, or have the setting raised.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body with 'Content-Type: application/json'.",
        _ => "'/openapi/v1.json' says what there is to ask.",
    };
}
