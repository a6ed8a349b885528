using System.Text.RegularExpressions;

namespace Reckon.Contracts.Sweeps;

/// <summary>Ids of sweeps. An id is not a name: several sweeps may have one name, and each has an id of its own.</summary>
public static partial class SweepIds
{
    /// <summary>What an id must be, for messages.</summary>
    public const string Rule = "An id has 1 to 100 letters, digits, '.', '_' and '-'.";

    /// <summary>Whether <paramref name="id"/> may be one: it stands in keys of the store, in addresses and in file names.</summary>
    public static bool IsValid(string id) => Valid().IsMatch(id);

    /// <summary>A new id for a sweep called <paramref name="name"/>, such as <c>demo-3f09a1c7</c>.</summary>
    /// <param name="name">The sweep's name.</param>
    /// <param name="chance">Bits that no other sweep of this name has.</param>
    public static string New(string name, Guid chance) => $"{name}-{chance.ToString("n")[..8]}";

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex Valid();
}
