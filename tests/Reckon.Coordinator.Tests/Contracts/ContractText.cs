using System.Globalization;
using System.Reflection;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Versions;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Documents;

namespace Reckon.Coordinator.Tests.Contracts;

/// <summary>
/// All that processes of different builds have to agree on, a line for each thing, in order: what they send and store, with aliases, ids
/// and types; what they call; how records are written. What follows a '#' is for people.
/// </summary>
internal static class ContractText
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] _assemblies = [typeof(ContractVersion).Assembly, typeof(CoordinatorOptions).Assembly];

    /// <summary>The lines of the code as it is.</summary>
    public static IReadOnlyList<string> OfCode()
    {
        Type[] types = [.. _assemblies.SelectMany(assembly => assembly.GetTypes())];
        Type[] sent = [.. types.Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null)];
        var members = sent.SelectMany(MembersOf).ToList();
        var lines = sent.Select(type => $"type {NameOf(type)} # {type.Name}")
            .Concat(members.Select(member => member.Line))
            .Concat(members.SelectMany(member => Enums(member.Type)).Distinct().SelectMany(ValuesOf))
            .Concat(types.Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type)).SelectMany(CallsOf))
            .Concat(types.Where(type => type.IsClass && !type.IsAbstract && typeof(Grain).IsAssignableFrom(type)).Select(KeyOf));
        return
        [
            $"version {ContractVersion.Current}",
            $"record outcome {OutcomeJson.Form}",
            $"record trees {ProblemTreesJson.Form}",
            string.Create(CultureInfo.InvariantCulture, $"record chunk {SweepStart.ChunkSize} problems"),
            .. lines.Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(string Line, Type Type)> MembersOf(Type type)
    {
        var properties = type.GetProperties(Own).Select(property => (Member: (MemberInfo)property, Type: property.PropertyType));
        var fields = type.GetFields(Own).Select(field => (Member: (MemberInfo)field, Type: field.FieldType));
        return
        from known in properties.Concat(fields)
        let id = known.Member.GetCustomAttribute<IdAttribute>()
        where id is not null
        select (string.Create(CultureInfo.InvariantCulture, $"member {NameOf(type)} {id.Id:000} {NameOf(known.Type)} # {known.Member.Name}"), known.Type);
    }

    private static IEnumerable<Type> Enums(Type type) => type switch
    {
        { IsEnum: true } => [type],
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Enums),
        { IsArray: true } => Enums(type.GetElementType()!),
        _ => [],
    };

    private static IEnumerable<string> ValuesOf(Type type) => Enum.GetNames(type).Select(name => string.Create(
        CultureInfo.InvariantCulture, $"enum {type.Name} {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture):000} {name}"));

    private static IEnumerable<string> CallsOf(Type type) =>
    [
        $"interface {NameOf(type)} # {type.Name}",
        .. type.GetMethods().Select(method =>
            $"call {NameOf(type)} {NameOf(method)}({string.Join(", ", Sent(method).Select(NameOf))}): {NameOf(method.ReturnType)} # {method.Name}"),
    ];

    // A token may be added to a call, and taken away again: https://learn.microsoft.com/dotnet/orleans/grains/cancellation-tokens
    private static IEnumerable<Type> Sent(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Where(type => type != typeof(CancellationToken));

    // The key of a grain's state in the store begins with it.
    private static string KeyOf(Type type) =>
        $"grain {type.GetCustomAttribute<GrainTypeAttribute>()?.GetGrainType(null!, type).ToString() ?? Usual(type)} # {type.Name}";

    private static string Usual(Type type) => type.Name.Replace("Grain", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string NameOf(MemberInfo method) => method.GetCustomAttribute<AliasAttribute>()?.Alias ?? method.Name;

    private static string NameOf(Type type) => type switch
    {
        { IsArray: true } => $"{NameOf(type.GetElementType()!)}[]",
        { IsGenericType: true } =>
            $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>",
        _ => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name,
    };
}
