using Microsoft.AspNetCore.Http;
using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>Answers requests for pages, and says in a page what went wrong.</summary>
internal sealed class PageHandler(string prefix, ISweepSources sources)
{
    /// <summary>What answers requests for a page.</summary>
    public Delegate Page(Func<PageRequest, Task<IResult>> answer) => (HttpContext http) => AnswerAsync(http, answer);

    /// <summary>What answers requests for a page of the sweep in the address.</summary>
    public Delegate PageOf(Func<PageRequest, string, Task<IResult>> answer) =>
        (string id, HttpContext http) => AnswerAsync(http, request => answer(request, id));

    /// <summary>What answers a form.</summary>
    public Delegate Form(Func<PageRequest, IFormCollection, Task<IResult>> answer) => (HttpContext http) => AnswerFormAsync(http, answer);

    /// <summary>Answers a request.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, Func<PageRequest, Task<IResult>> answer)
    {
        PageGuard.Protect(http.Response);
        var request = new PageRequest(http, prefix, sources);
        try
        {
            return await answer(request);
        }
        catch (SourceException cause) when (cause.Fault == SourceFault.SignIn && sources.HasCallers)
        {
            return request.Lead("sign-in");
        }
        catch (SourceException cause)
        {
            return await FaultAsync(request, cause);
        }
    }

    /// <summary>Answers a form; one that another page sent is refused.</summary>
    public Task<IResult> AnswerFormAsync(HttpContext http, Func<PageRequest, IFormCollection, Task<IResult>> answer) => AnswerAsync(
        http, async request =>
        {
            var headers = http.Request.Headers;
            if (!PageGuard.IsOwnForm(headers["Sec-Fetch-Site"], headers.Origin, headers.Host) || !http.Request.HasFormContentType)
            {
                throw new SourceException(SourceFault.Refused, "The form did not come from this dashboard. Open the page again.");
            }

            return await answer(request, await http.Request.ReadFormAsync(http.RequestAborted));
        });

    private static Task<IResult> FaultAsync(PageRequest request, SourceException cause)
    {
        var (status, title) = cause.Fault switch
        {
            SourceFault.Missing => (StatusCodes.Status404NotFound, "Not there"),
            SourceFault.SignIn => (StatusCodes.Status401Unauthorized, "No valid token"),
            SourceFault.Refused => (StatusCodes.Status409Conflict, "Not possible"),
            _ => (StatusCodes.Status503ServiceUnavailable, "No answer"),
        };
        return request.PageAsync<FaultPage>(
            request.ContextFor(null), status, (nameof(FaultPage.Title), title), (nameof(FaultPage.Message), cause.Message));
    }
}
