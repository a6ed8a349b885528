using System.Globalization;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Finds the run whose chosen solutions are looked at.</summary>
internal static class ChosenRun
{
    /// <summary>The run that <paramref name="signs"/> are of; null where the table has none.</summary>
    public static StudyRun? Of(StudyTable table, ChosenSigns signs)
    {
        var words = signs.Run.Split(' ');
        var n = words.FirstOrDefault(word => word.StartsWith("n=", StringComparison.Ordinal));
        var strategy = string.Join(' ', words.Where(word => word != n));
        var ofStrategy = table.Runs.Where(run => run.Method.Strategy == strategy)
            .Where(run => n is null || n == string.Create(CultureInfo.InvariantCulture, $"n={run.N}"));
        return ofStrategy.ElementAtOrDefault(signs.Place); // Of one strategy and n the runs are in the order of the ways of choosing.
    }
}
