using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Strategies;

/// <summary>The limit on rounds that every search step by step has.</summary>
internal static class RoundLimit
{
    /// <summary>The paper's.</summary>
    public const int Default = 40;

    /// <summary>The parameter.</summary>
    public static WholeNumberParameter Parameter { get; } = new("maxRounds", "rounds of expansion at most", 1, 10_000, Default);
}
