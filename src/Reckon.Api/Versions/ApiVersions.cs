using System.Globalization;

namespace Reckon.Api.Versions;

/// <summary>
/// Versions of the API, which clients send along. A version is raised when something is taken away or means something else; what is added
/// needs none. Pure.
/// </summary>
/// <param name="Oldest">The oldest that is answered.</param>
/// <param name="Newest">The newest.</param>
public sealed record ApiVersions(int Oldest, int Newest)
{
    /// <summary>The header by which a client says which version it speaks.</summary>
    public const string ClientHeader = "Reckon-Api-Version";

    /// <summary>The header by which every answer says which versions there are, such as <c>1-2</c>.</summary>
    public const string ServerHeader = "Reckon-Api-Versions";

    /// <summary>The version of this program's client commands.</summary>
    public const int Current = 1;

    /// <summary>The versions that this program answers.</summary>
    public static ApiVersions Supported { get; } = new(1, Current);

    /// <summary>What is wrong with a client that says <paramref name="header"/>, with the remedy; null for nothing.</summary>
    public (string Title, string Detail)? Fault(string? header)
    {
        if (header is null)
        {
            return null; // Not a client of ours; it is answered as the newest.
        }

        if (!int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return ("Not a version", $"{ClientHeader} is a whole number; this server answers {Range}.");
        }

        return version < Oldest
            ? ("The client is too old", $"It speaks version {version} of the API, and this server answers {Range}. Use the server's release of reckon.")
            : version > Newest
                ? ("The client is too new", $"It speaks version {version} of the API, and this server answers {Range}. Upgrade the server, or use its release of reckon.")
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Oldest}-{Newest}");

    private string Range => Oldest == Newest
        ? string.Create(CultureInfo.InvariantCulture, $"version {Newest}")
        : string.Create(CultureInfo.InvariantCulture, $"versions {Oldest} to {Newest}");
}
