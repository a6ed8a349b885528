using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Strategies;

/// <summary>What is wrong with chains that n generations do not pay for.</summary>
internal static class ChainConflict
{
    /// <summary>The conflict; null where each chain has at least one answer.</summary>
    public static StrategyConflict? Of(ParameterValues values, ChainsParameter chains) =>
        values.N >= values.Of(chains) ? null : new StrategyConflict(
            $"n = {values.N} does not pay for {values.Of(chains)} chains of one answer",
            $"Lower {chains.Name} to {values.N} or less, or raise n to {values.Of(chains)} or more");
}
