using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Reckon.Api.Sweeps;
using Reckon.Storage;

namespace Reckon.System.Tests.Api;

/// <summary>Stands between a client and an API, notes what is asked, and refuses some of it.</summary>
internal sealed class ProxyThatRefuses : IAsyncDisposable
{
    private static readonly string[] _headers = ["Authorization", "Accept"];

    private readonly HttpClient _http;
    private readonly WebApplication _app;

    private ProxyThatRefuses(string target, string url)
    {
        (_http, Url) = (new HttpClient { BaseAddress = new Uri(target) }, url);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls(url);
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>A part of the addresses that it refuses; null for none.</summary>
    public string? Refused { get; set; }

    /// <summary>What it was asked, in the order in which it came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<ProxyThatRefuses> StartAsync(ApiOnSilos api)
    {
        var proxy = new ProxyThatRefuses(api.Url, $"http://127.0.0.1:{FreePort.Find()}");
        await proxy._app.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var path = $"{context.Request.Path}{context.Request.QueryString}";
        Asked.Enqueue(path);
        if (Refused is { } part && path.Contains(part, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var name in _headers)
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].AsEnumerable());
        }

        using var answer = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.Headers[ResultEndpoints.NextCursor] =
            answer.Headers.TryGetValues(ResultEndpoints.NextCursor, out var next) ? next.First() : "";
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
