namespace Reckon.Inference.Folders;

/// <summary>A server that runs a model.</summary>
/// <param name="Url">Where it listens, without a path.</param>
/// <param name="Kind">Which server it is.</param>
/// <param name="Model">The model's name on the server.</param>
public sealed record RemoteEndpoint(Uri Url, RemoteKind Kind, string Model)
{
    /// <summary>The environment variable with the key for the server; null for none.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>How a verifier is asked; null for a proposer.</summary>
    public RemoteScores? Scores { get; init; }

    /// <summary>What its tokens cost; null where nobody says.</summary>
    public RemotePrice? Price { get; init; }

    /// <summary>The most requests at once; at least 1. Where the server is busy, fewer are sent. Default: 64.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>Seconds that a request may take besides those for its tokens. Default: 60.</summary>
    public double PatienceSeconds { get; init; } = 60;

    /// <summary>Seconds that a token may take. Default: 1.</summary>
    public double SecondsPerToken { get; init; } = 1;
}
