using Reckon.Evaluation.Studies;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Policies;

/// <summary>Which methods go on from the answers that were drawn to find a bin.</summary>
internal static class ProbeReuse
{
    /// <summary>Whether the first answers of <paramref name="method"/> are those of any best-of-n with the same seed.</summary>
    public static bool Has(Method method) => method.Strategy == BestOfN.Definition.Name;
}
