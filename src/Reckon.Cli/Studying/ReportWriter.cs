using Reckon.Cli.Results;
using Reckon.Evaluation.StudyReports;
using Reckon.Plots;

namespace Reckon.Cli.Studying;

/// <summary>Writes a report: a page, a text, tables, plots, and a policy file for each family.</summary>
internal static class ReportWriter
{
    /// <summary>The page.</summary>
    public const string PageName = "report.html";

    private const string TextName = "report.md";
    private const string PlotFolder = "plots";
    private const string TableFolder = "tables";

    /// <summary>Writes into <paramref name="folder"/>, which is made if it is missing.</summary>
    /// <exception cref="ResultsWriteException">Something cannot be written.</exception>
    public static void Write(StudyReport report, string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, PlotFolder));
            Directory.CreateDirectory(Path.Combine(folder, TableFolder));
            foreach (var section in ReportSections.Of(report))
            {
                foreach (var plot in section.Plots)
                {
                    DurableFile.Write(Path.Combine(folder, PlotFolder, $"{plot.Name}.svg"), [PlotDrawing.Svg(plot, isDark: false)]);
                    File.WriteAllBytes(Path.Combine(folder, PlotFolder, $"{plot.Name}.png"), PlotDrawing.Png(plot));
                }

                foreach (var (place, table) in section.Tables.Index())
                {
                    DurableFile.Write(Path.Combine(folder, TableFolder, $"{section.Name}-{place + 1}.csv"), [ReportCsv.Of(table)]);
                }
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(folder, cause);
        }

        foreach (var (name, text) in PolicyYaml.Of(report))
        {
            DurableFile.Write(Path.Combine(folder, $"policy-{name}"), [text]);
        }

        DurableFile.Write(Path.Combine(folder, TextName), [ReportMarkdown.Of(report, PlotFolder)]);
        DurableFile.Write(Path.Combine(folder, PageName), [ReportHtml.Of(report, PlotDrawing.Svg)]);
    }
}
