using Orleans.Serialization;
using Reckon.Search;

namespace Reckon.Contracts;

/// <summary>How the pure types travel: as the same JSON that is stored and shown, so that they need to know nothing of the wire.</summary>
public static class Serialization
{
    /// <summary>Registers the serializers that every silo and client must share.</summary>
    public static ISerializerBuilder AddReckonTypes(this ISerializerBuilder builder) =>
        builder.AddJsonSerializer(type => type.Assembly == typeof(Problem).Assembly && !type.IsAssignableTo(typeof(Exception)));
}
