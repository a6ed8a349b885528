using System.ComponentModel.DataAnnotations;

namespace Reckon.Api;

/// <summary>Limits of the HTTP API. They affect who is served how fast, never results.</summary>
public sealed class ApiOptions
{
    /// <summary>Where it listens: <c>http://ADDRESS:PORT</c>, or <c>https://</c> with a certificate. Default: http://127.0.0.1:8080.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The file that says who may call; see <see cref="Security.TokenFile"/>. Default: none.</summary>
    public string? Tokens { get; set; }

    /// <summary>
    /// Whether those without a token may do everything. Allowed only where <see cref="Url"/> is a loopback address. Default: no.
    /// </summary>
    public bool Open { get; set; }

    /// <summary>The certificate for https, a file in the PEM format that holds the key as well. Default: none.</summary>
    public string? Certificate { get; set; }

    /// <summary>
    /// Folders of models that sweeps may name although no worker serves them now, separated by semicolons: their workers are started when
    /// there is work. Default: none.
    /// </summary>
    public string? Models { get; set; }

    /// <summary>The largest body of a request, unpacked, in MiB. Default: 256.</summary>
    [Range(1, 2_047)]
    public int MaxBodyMegabytes { get; set; } = 256;

    /// <summary>Requests that one caller may send a second, on average over ten seconds. Default: 100.</summary>
    [Range(1, 100_000)]
    public int RequestsPerSecond { get; set; } = 100;

    /// <summary>Streams that may be open at once. Default: 1,024.</summary>
    [Range(1, 100_000)]
    public int MaxStreams { get; set; } = 1_024;

    /// <summary>Sweeps that may be handed in at once; a hundred more wait. Each takes several times its size of memory. Default: 4.</summary>
    [Range(1, 1_000)]
    public int MaxSubmissions { get; set; } = 4;

    /// <summary>Connections that may be open at once. Default: 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>How long a caller may take to send the head of a request. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan HeaderTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes a second at which a caller must send a body and read an answer, after five seconds; slower ones are cut off. Default: 240.</summary>
    [Range(1, 1_000_000)]
    public int MinBytesPerSecond { get; set; } = 240;

    /// <summary>How long a call into the cluster may take before the caller is told to try again. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
