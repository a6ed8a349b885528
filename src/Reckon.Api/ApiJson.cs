using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reckon.Api;

/// <summary>How the API's documents are written as JSON.</summary>
public static class ApiJson
{
    /// <summary>As clients read and write them: a member that a newer server adds is left out.</summary>
    public static JsonSerializerOptions ForClients { get; } = Written(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Adds how enumerations are written.</summary>
    public static JsonSerializerOptions Written(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
