using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>A proxy that serves another server below a path, as an ingress does.</summary>
internal sealed class PrefixProxy(WebApplication app, HttpClient client, string address) : IAsyncDisposable
{
    private const string Prefix = "/teams/one";

    /// <summary>Where the other server's root is now.</summary>
    public string Address { get; } = address;

    public static async Task<PrefixProxy> StartAsync(string target)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(target) };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context => ForwardAsync(context, client));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PrefixProxy(app, client, $"{app.Urls.First()}{Prefix}/");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private static async Task ForwardAsync(HttpContext context, HttpClient client)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, out var rest))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var answer = await client.GetAsync(
            new Uri($"{rest.ToUriComponent().TrimStart('/')}{context.Request.QueryString}", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.Headers.Location = answer.Headers.Location?.OriginalString;
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
