using System.Net;
using System.Text.Json;
using Reckon.Api;
using Reckon.Cli.Client;
using Reckon.Cli.Output;
using Reckon.Dashboard.Sources;

namespace Reckon.Cli.Dashboards;

/// <summary>Reads documents of an API for the dashboard: with little patience, for a person waits.</summary>
internal sealed class ApiReader(ApiClient api)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(8);

    /// <summary>The document at <paramref name="path"/>.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        var text = await TextAsync(path, cancellationToken);
        return Read(() => JsonSerializer.Deserialize<T>(text, ApiJson.ForClients)!);
    }

    /// <summary>What <paramref name="read"/> makes of a document.</summary>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException cause)
        {
            throw new SourceException(
                SourceFault.Unreachable, $"What the API says cannot be read: {cause.Message} A strategy of a plugin needs --plugin.", cause);
        }
    }

    /// <summary>The text at <paramref name="path"/>.</summary>
    public Task<string> TextAsync(string path, CancellationToken cancellationToken) =>
        TryAsync(patient => api.GetAsync(path, patient), cancellationToken);

    /// <summary>Sends <paramref name="body"/>.</summary>
    public Task PostAsync(string path, object body, CancellationToken cancellationToken) =>
        TryAsync(patient => api.SendAsync(HttpMethod.Post, path, body, patient), cancellationToken);

    /// <summary>A failure of the API as one of a source.</summary>
    public static SourceException Told(ApiFailedException cause) => new(
        cause switch
        {
            { Status: HttpStatusCode.Unauthorized } => SourceFault.SignIn,
            { Status: HttpStatusCode.NotFound } => SourceFault.Missing,
            { ExitCode: ExitCode.Unreachable } => SourceFault.Unreachable,
            _ => SourceFault.Refused,
        },
        string.Join('\n', cause.Lines), cause);

    private static async Task<string> TryAsync(Func<CancellationToken, Task<string>> call, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            return await call(patience.Token);
        }
        catch (ApiFailedException cause)
        {
            throw Told(cause);
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(
                SourceFault.Unreachable, "The API does not answer. Try again shortly; 'reckon doctor' says what is wrong.", cause);
        }
    }
}
