using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>A request for a page.</summary>
internal sealed class PageRequest(HttpContext http, string prefix, ISweepSources sources)
{
    /// <summary>The cookie that holds the secret of the caller's token.</summary>
    public const string SecretCookie = "reckon-secret";

    /// <summary>The request.</summary>
    public HttpContext Http => http;

    /// <summary>Ends when nobody waits for the answer any more.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>The caller's secret; null where they have not said who they are.</summary>
    public string? Secret => http.Request.Cookies.TryGetValue(SecretCookie, out var secret) && secret.Length > 0 ? secret : null;

    /// <summary>The source for this caller.</summary>
    public ISweepSource Source => field ??= sources.Open(Secret);

    /// <summary>The renderer.</summary>
    public PageRenderer Renderer => http.RequestServices.GetRequiredService<PageRenderer>();

    /// <summary>The way up to the dashboard's root.</summary>
    public string Base => RootOf(Page);

    /// <summary>The address from the dashboard's root, with its query.</summary>
    public string Address => Page + http.Request.QueryString;

    /// <summary>The address from the dashboard's root, without its query.</summary>
    public string Page => (http.Request.Path.ToUriComponent() is var path && path.StartsWith(prefix, StringComparison.Ordinal)
        ? path[prefix.Length..] : path).TrimStart('/');

    /// <summary>The value of <paramref name="name"/> in the query; null for none.</summary>
    public string? Query(string name) => http.Request.Query[name].FirstOrDefault();

    /// <summary>What the page needs to know.</summary>
    public async Task<PageContext> ContextAsync() => ContextFor(await Source.CallerAsync(Aborted));

    /// <summary>Likewise, of somebody who may not be known.</summary>
    public PageContext ContextFor(Caller? caller) =>
        new(Base, Address, DashboardAssets.Stamp, caller, Source.IsLive, sources.HasCallers && Secret is not null);

    /// <summary>The page <typeparamref name="T"/>.</summary>
    public async Task<IResult> PageAsync<T>(params (string Name, object? Value)[] parameters) where T : IComponent =>
        await PageAsync<T>(await ContextAsync(), StatusCodes.Status200OK, parameters);

    /// <summary>The page <typeparamref name="T"/> in another context.</summary>
    public async Task<IResult> PageAsync<T>(PageContext context, int status, params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        Html(await Renderer.RenderAsync<T>([("Context", context), .. parameters]), status);

    /// <summary>Leads to another page of the dashboard.</summary>
    public IResult Lead(string address) => Results.Redirect(Base + address);

    /// <summary>HTML as an answer.</summary>
    public static IResult Html(string html, int status = StatusCodes.Status200OK) =>
        Results.Text(html, "text/html", System.Text.Encoding.UTF8, status);

    /// <summary>The way up from an address.</summary>
    internal static string RootOf(string address) =>
        address.Count(letter => letter == '/') is > 0 and var depth ? string.Concat(Enumerable.Repeat("../", depth)) : "./";
}
