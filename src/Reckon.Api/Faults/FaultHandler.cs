using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Faults;

/// <summary>Turns every failure of a request into a problem that names what to do, and never into a page about an exception.</summary>
internal sealed class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest; // Nobody reads it; the log shows it.
            return true;
        }

        var (status, title, detail) = Of(exception);
        if (status == StatusCodes.Status500InternalServerError)
        {
            logger.LogError(exception, "Request {Request} failed", httpContext.TraceIdentifier);
        }
        else if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        await ProblemWriter.WriteAsync(httpContext, status, title, detail);
        return true;
    }

    private static (int Status, string Title, string Detail) Of(Exception cause) => cause switch
    {
        BadHttpRequestException bad => (bad.StatusCode, "Not a request that can be read", Plain(bad)),
        JsonException bad => (StatusCodes.Status400BadRequest, "Not a request that can be read", Plain(bad)),
        InvalidDataException => (
            StatusCodes.Status400BadRequest, "Not a request that can be read", "The body is not what its Content-Encoding says."),
        ArgumentException bad => (StatusCodes.Status400BadRequest, "A value is out of its range", Plain(bad)),
        KeyNotFoundException missing => (StatusCodes.Status404NotFound, "Not there", Plain(missing)),
        SweepConflictException or SweepPhaseException => (StatusCodes.Status409Conflict, "Not possible now", Plain(cause)),
        SweepRefusedException => (StatusCodes.Status422UnprocessableEntity, "The sweep cannot run", Plain(cause)),
        OrleansException or TimeoutException => (
            StatusCodes.Status503ServiceUnavailable, "The cluster does not answer",
            "Try again shortly. If it stays so, check that a coordinator runs and reaches its Redis ('reckon doctor')."),
        _ => (
            StatusCodes.Status500InternalServerError, "Unexpected failure", "It is in the log of the API, under the request's traceId."),
    };

    private static string Plain(Exception cause) => cause.InnerException is JsonException inner ? inner.Message : cause.Message;
}
