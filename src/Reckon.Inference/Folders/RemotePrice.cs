using Reckon.Search.Running;

namespace Reckon.Inference.Folders;

/// <summary>What a million tokens of a server cost.</summary>
/// <param name="Currency">Whatever its owner calls it.</param>
/// <param name="Prompt">Tokens that it reads.</param>
/// <param name="Generated">Tokens that it writes.</param>
public sealed record RemotePrice(string Currency, double Prompt, double Generated)
{
    /// <summary>Tokens that it reads and has in its cache; as <see cref="Prompt"/> where nobody says. Only the bill knows them.</summary>
    public double Cached { get => field < 0 ? Prompt : field; init; } = -1;

    /// <summary>The bill for tokens that a server counted.</summary>
    public double Of(ServerUsage usage) =>
        ((Prompt * (usage.Prompt - usage.Cached)) + (Cached * usage.Cached) + (Generated * usage.Generated)) / 1e6;
}
