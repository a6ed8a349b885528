namespace Reckon.Api.Paging;

/// <summary>Reads a word of a query that is one of a few. Pure.</summary>
internal static class QueryWord
{
    /// <summary>The value that <paramref name="text"/> means, in any case; null for null.</summary>
    /// <param name="text">The word.</param>
    /// <param name="name">What it is called in the query.</param>
    /// <exception cref="ArgumentException">It means none.</exception>
    public static T? Read<T>(string? text, string name)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        return Enum.GetNames<T>().FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : throw new ArgumentException($"{name} is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
    }
}
