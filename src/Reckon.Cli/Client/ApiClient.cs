using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Versions;

namespace Reckon.Cli.Client;

/// <summary>Calls a cluster's API. A call that the cluster could not answer just then is repeated: every one may be.</summary>
internal sealed class ApiClient : IDisposable
{
    private const int Attempts = 10;
    private const int AttemptsBeforeTheFirstAnswer = 3; // More likely the address is wrong.

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly string _server;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private bool _hasAnswered;

    /// <summary>A client of the API at <paramref name="server"/>.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="secret">The secret of the caller's token; null for none.</param>
    /// <param name="time">The time.</param>
    /// <param name="own">A certificate that is trusted whatever name it has: that of the same process; null for none.</param>
    public ApiClient(string server, string? secret, TimeProvider time, X509Certificate2? own = null)
    {
        (_server, _time) = (server, time);
        _http = new HttpClient(HandlerFor(own))
        {
            BaseAddress = new Uri(server),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Add(ApiVersions.ClientHeader, $"{ApiVersions.Current}");
        if (secret is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }
    }

    /// <summary>Reads the document at <paramref name="path"/>.</summary>
    public async Task<string> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Sends <paramref name="body"/> and reads the answer; empty for an answer without a document.</summary>
    public async Task<string> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(
            () => new HttpRequestMessage(method, path)
            {
                Content = ContentOf(body),
                Headers = { ExpectContinue = body is not null }, // A refusal is read before a large body has been sent in vain.
            },
            cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Opens the stream at <paramref name="path"/>; the answer is disposed by the caller.</summary>
    /// <param name="path">Where.</param>
    /// <param name="accept">The type that is wanted.</param>
    /// <param name="lastEvent">The id of the last event that was received; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<HttpResponseMessage> OpenAsync(string path, string accept, string? lastEvent, CancellationToken cancellationToken) => SendAsync(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd(accept);
            if (lastEvent is not null)
            {
                request.Headers.Add("Last-Event-ID", lastEvent);
            }

            return request;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler HandlerFor(X509Certificate2? own)
    {
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip };
        if (own is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, faults) =>
                faults == SslPolicyErrors.None || (shown is not null && own.RawData.AsSpan().SequenceEqual(shown.GetRawCertData()));
        }

        return handler;
    }

    private static ByteArrayContent? ContentOf(object? body)
    {
        if (body is null)
        {
            return null;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(gzip, body, ApiJson.ForClients);
        }

        var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static bool IsPassing(HttpStatusCode status) => status
        is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, lost) = await TryAsync(request, cancellationToken);
            if (answer is { IsSuccessStatusCode: true })
            {
                _hasAnswered = true;
                return answer;
            }

            _hasAnswered |= answer is not null;
            using (answer)
            {
                if (attempt >= (_hasAnswered ? Attempts : AttemptsBeforeTheFirstAnswer) || (answer is not null && !IsPassing(answer.StatusCode)))
                {
                    throw answer is null
                        ? ApiFailedException.Unreachable(_server, lost!)
                        : ApiProblem.Read(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
                }
            }

            await Task.Delay(_pause, _time, cancellationToken);
        }
    }

    // An answer, or why there is none. A name that does not exist and a port where nobody listens stay so.
    private async Task<(HttpResponseMessage? Answer, Exception? Lost)> TryAsync(
        Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        try
        {
            using var sent = request();
            return (await _http.SendAsync(sent, HttpCompletionOption.ResponseHeadersRead, cancellationToken), null);
        }
        catch (HttpRequestException cause) when (cause.HttpRequestError is HttpRequestError.NameResolutionError)
        {
            throw ApiFailedException.Unreachable(_server, cause);
        }
        catch (HttpRequestException cause)
        {
            return (null, cause);
        }
    }
}
