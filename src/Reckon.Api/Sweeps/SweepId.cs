namespace Reckon.Api.Sweeps;

/// <summary>Ids of sweeps, as they stand in addresses and keys. Pure.</summary>
public static class SweepId
{
    private const int MaxLength = 64;
    private const int DigestLength = 12;

    /// <summary>Whether <paramref name="text"/> may be one.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>The id of a sweep that was given none: the same sweep has the same.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="specHash">Its hash, in hex.</param>
    public static string Of(string name, string specHash)
    {
        var letters = name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').ToArray();
        var stem = new string(letters).Trim('-');
        return $"{(stem.Length == 0 ? "sweep" : stem[..Math.Min(stem.Length, MaxLength - DigestLength - 1)])}-{specHash[..DigestLength]}";
    }

    /// <summary>Ends a request whose id cannot be one.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static string Check(string id) => IsValid(id)
        ? id
        : throw new ArgumentException($"An id has letters, digits, '.', '_' and '-', begins with one of the first two, and has at most {MaxLength}.");
}
