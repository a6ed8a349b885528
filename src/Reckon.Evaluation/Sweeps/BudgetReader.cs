using Reckon.Evaluation.Yaml;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads what a sweep's searches may spend.</summary>
internal sealed class BudgetReader(SectionReader root)
{
    private const double MostFlops = 1e30;
    private const double LeastSeconds = 0.01;
    private const double MostSeconds = 4_000_000; // 46 days: timers know no longer time.

    public Budget Read()
    {
        if (root.OptionalSection("budget") is not { } section)
        {
            return Budget.Unlimited;
        }

        var budget = new Budget(
            section.OptionalWhole("generations", 1, int.MaxValue),
            section.OptionalLong("tokens", 1, long.MaxValue),
            section.OptionalNumber("flops", 1, MostFlops),
            section.OptionalNumber("seconds", LeastSeconds, MostSeconds));
        section.Close();
        return budget;
    }
}
