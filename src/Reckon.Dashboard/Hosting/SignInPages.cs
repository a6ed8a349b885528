using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>Where callers say who they are, by the secret of their token. Nothing is kept here: it stays in their cookie.</summary>
internal static class SignInPages
{
    public static void MapSignInPages(this IEndpointRouteBuilder pages, PageHandler handler, ISweepSources sources)
    {
        pages.MapGet("/sign-in", handler.Page(request => FormAsync(request, isWrong: false)));
        pages.MapPost("/sign-in", handler.Form(
            (request, form) => SignInAsync(request, sources, $"{form["secret"]}".Trim())));
        pages.MapPost("/sign-out", handler.Form((request, _) =>
        {
            request.Http.Response.Cookies.Delete(PageRequest.SecretCookie, Cookie(request.Http));
            return Task.FromResult(request.Lead("sign-in"));
        }));
    }

    private static async Task<IResult> SignInAsync(PageRequest request, ISweepSources sources, string secret)
    {
        try
        {
            await sources.Open(secret).CallerAsync(request.Aborted);
        }
        catch (SourceException cause) when (cause.Fault == SourceFault.SignIn)
        {
            return await FormAsync(request, isWrong: true);
        }

        request.Http.Response.Cookies.Append(PageRequest.SecretCookie, secret, Cookie(request.Http));
        return request.Lead("./");
    }

    private static Task<IResult> FormAsync(PageRequest request, bool isWrong) => request.PageAsync<SignInPage>(
        request.ContextFor(null), isWrong ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK,
        (nameof(SignInPage.IsWrong), isWrong));

    // Without a path, browsers send it to the folder of this page alone, which a proxy may have put anywhere.
    private static CookieOptions Cookie(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = null };
}
