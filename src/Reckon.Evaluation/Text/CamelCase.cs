using System.Text.Json;

namespace Reckon.Evaluation.Text;

/// <summary>How the members of an enumeration are spelled in files.</summary>
internal static class CamelCase
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
