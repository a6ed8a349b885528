using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Reckon.Evaluation.Text;

/// <summary>The names of the members of an enum as JSON writes them, in camel case and in UTF-8.</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    private static readonly ImmutableArray<(byte[] Name, T Member)> _members =
        [.. Enum.GetValues<T>().Select(member => (Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName($"{member}")), member))];

    /// <summary>The member that stands at <paramref name="reader"/>, which is at a string.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static T Read(ref Utf8JsonReader reader)
    {
        foreach (var (name, member) in _members)
        {
            if (reader.ValueTextEquals(name))
            {
                return member;
            }
        }

        throw new JsonException($"Expected one of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}
