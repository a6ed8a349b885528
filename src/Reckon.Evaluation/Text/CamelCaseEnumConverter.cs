using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Text;

/// <summary>Writes a member by its name in camel case, and reads no other spelling and no number.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
