using System.Globalization;

namespace Reckon.Contracts.Versions;

/// <summary>
/// What a build can talk with and read: calls between processes, and what they keep in the store. <c>contracts.txt</c> lists all of it, and
/// a test compares it with the code.
/// </summary>
/// <param name="Number">The version of the build, from 1. It is raised with what other builds have to know.</param>
/// <param name="Oldest">The oldest version that the build understands and that understands it. Whoever changes what is there raises it.</param>
public readonly record struct ContractVersion(int Number, int Oldest)
{
    /// <summary>That of this build.</summary>
    public static ContractVersion Current { get; } = new(Number: 1, Oldest: 1);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static ContractVersion? TryParse(string text) =>
        text.Split('-') is [var number, var oldest]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var own)
        && int.TryParse(oldest, NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            ? new ContractVersion(own, least)
            : null;

    /// <summary>Whether processes of both builds may be in one cluster.</summary>
    public bool IsCompatibleWith(ContractVersion other) => Number >= other.Oldest && other.Number >= Oldest;

    /// <summary>Both numbers, such as <c>3-2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Oldest}");
}
