using Reckon.Contracts.Versions;

namespace Reckon.Coordinator.Tests.Contracts;

/// <summary>Tells what a change of the contracts does to builds before it. Pure.</summary>
internal static class ContractChange
{
    private const string VersionWord = "version ";

    /// <summary>
    /// What builds that go by <paramref name="before"/> would misread from one that goes by <paramref name="now"/>: nothing where things were
    /// only added, or the new build refuses those before it.
    /// </summary>
    public static IReadOnlyList<string> Breaks(IReadOnlyList<string> before, IReadOnlyList<string> now) =>
        VersionOf(now).Oldest > VersionOf(before).Number
            ? []
            : [.. before.Where(line => !IsVersion(line)).Select(Bare).Except(now.Select(Bare))];

    /// <summary>The contracts' version; 0 where there is none.</summary>
    public static ContractVersion VersionOf(IReadOnlyList<string> lines) =>
        lines.Where(IsVersion).Select(line => ContractVersion.TryParse(line[VersionWord.Length..])).FirstOrDefault() ?? default;

    private static bool IsVersion(string line) => line.StartsWith(VersionWord, StringComparison.Ordinal);

    private static string Bare(string line) => line.Split('#')[0].TrimEnd();
}
