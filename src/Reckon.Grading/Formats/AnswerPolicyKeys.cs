using System.Collections.Immutable;
using System.Text.Json;

namespace Reckon.Grading.Formats;

/// <summary>The names that an answer policy's choices have in descriptors and in the hash of a sweep.</summary>
public static class AnswerPolicyKeys
{
    /// <summary>The choice that is a number.</summary>
    public const string RoundedFromDigits = "roundedFromDigits";

    /// <summary>The largest value of that choice.</summary>
    public const int MostDigits = 100;

    /// <summary>The choices that are true or false, in alphabetical order.</summary>
    public static ImmutableArray<(string Key, Func<AnswerPolicy, bool> Get, Func<AnswerPolicy, bool, AnswerPolicy> Set)> Flags { get; } =
    [
        ("baseMayBeMissing", policy => policy.BaseMayBeMissing, (policy, value) => policy with { BaseMayBeMissing = value }),
        ("listMayBeTuple", policy => policy.ListMayBeTuple, (policy, value) => policy with { ListMayBeTuple = value }),
        ("listsAreOrdered", policy => policy.ListsAreOrdered, (policy, value) => policy with { ListsAreOrdered = value }),
        ("modulusMayBeMissing", policy => policy.ModulusMayBeMissing, (policy, value) => policy with { ModulusMayBeMissing = value }),
        ("nameMayBeMissing", policy => policy.NameMayBeMissing, (policy, value) => policy with { NameMayBeMissing = value }),
        ("percentIsHundredth", policy => policy.PercentIsHundredth, (policy, value) => policy with { PercentIsHundredth = value }),
        ("percentMayBeMissing", policy => policy.PercentMayBeMissing, (policy, value) => policy with { PercentMayBeMissing = value }),
        ("unitMayBeMissing", policy => policy.UnitMayBeMissing, (policy, value) => policy with { UnitMayBeMissing = value }),
        ("vectorMayBeTuple", policy => policy.VectorMayBeTuple, (policy, value) => policy with { VectorMayBeTuple = value }),
    ];

    /// <summary>All names.</summary>
    public static string[] Names { get; } = [.. Flags.Select(flag => flag.Key), RoundedFromDigits];

    /// <summary>Writes, as an object, what differs from the default.</summary>
    public static void Write(Utf8JsonWriter writer, AnswerPolicy policy)
    {
        writer.WriteStartObject();
        foreach (var (key, get, _) in Flags.Where(flag => flag.Get(policy) != flag.Get(AnswerPolicy.Default)))
        {
            writer.WriteBoolean(key, get(policy));
        }

        if (policy.RoundedFromDigits is { } digits)
        {
            writer.WriteNumber(RoundedFromDigits, digits);
        }

        writer.WriteEndObject();
    }
}
