using System.Net;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>A report as one page that needs no network: light and dark as the reader's system is, light in print.</summary>
public static class ReportHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1d2430;--soft:#5c6675;--line:#d9dee6;--page:#fff;--card:#f6f7f9}
        @media (prefers-color-scheme:dark){:root{--ink:#e4e7ec;--soft:#9aa4b2;--line:#353c47;--page:#14171c;--card:#1c2027}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:76rem;padding:1.5rem;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
        h1{font-size:1.7rem;margin:.2rem 0}h2{font-size:1.25rem;margin:2.4rem 0 .4rem;border-top:1px solid var(--line);padding-top:1.2rem}
        p{max-width:62rem}nav a{margin-right:1rem}a{color:inherit}
        .facts{color:var(--soft);font-size:.85rem;list-style:none;padding:0;overflow-wrap:anywhere}
        figure{margin:1rem 0;padding:.6rem;background:var(--card);border:1px solid var(--line);border-radius:6px;break-inside:avoid}
        figure img{width:100%;height:auto;display:block}figcaption{color:var(--soft);font-size:.85rem;padding:.3rem .4rem 0}
        .plots figure{max-width:60rem}.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(34rem,100%),1fr));gap:0 1rem}
        .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.84rem;margin:.3rem 0 1.2rem;font-variant-numeric:tabular-nums}
        caption{text-align:left;font-weight:600;padding:.4rem 0}
        th,td{padding:.22rem .65rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
        th:first-child,td:first-child{text-align:left}thead th{color:var(--soft);font-weight:600;white-space:normal;vertical-align:bottom}tbody tr:hover{background:var(--card)}
        @media print{:root{--ink:#000;--soft:#444;--line:#bbb;--page:#fff;--card:#fff}body{max-width:none;padding:0;font-size:10pt}nav{display:none}
        @page{size:landscape;margin:12mm}h2{break-after:avoid;margin-top:1.2rem}.plots{grid-template-columns:1fr 1fr}figure{margin:.4rem 0}
        .wide{overflow:visible}table{font-size:7pt}caption{break-after:avoid}th,td{padding:1pt 4pt}figcaption{font-size:8pt}tr{break-inside:avoid}}
        """;

    /// <summary>The page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="draw">A plot as SVG, for light pages and for dark ones.</param>
    public static string Of(StudyReport report, Func<Plot, bool, string> draw)
    {
        var sections = ReportSections.Of(report);
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append($"<title>{Text(report.Summary.Name)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Text(report.Summary.Name)}</h1>\n");
        page.Append("<ul class=\"facts\">\n");
        ReportFacts.Of(report).ToList().ForEach(fact => page.Append($"<li>{Text(fact)}</li>\n"));
        page.Append("</ul>\n<nav>");
        sections.ToList().ForEach(section => page.Append($"<a href=\"#{section.Name}\">{Text(section.Title)}</a>"));
        page.Append("</nav>\n");
        sections.ToList().ForEach(section => Append(page, section, draw));
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, ReportSection section, Func<Plot, bool, string> draw)
    {
        page.Append($"<section id=\"{section.Name}\">\n<h2>{Text(section.Title)}</h2>\n");
        section.Text.ToList().ForEach(paragraph => page.Append($"<p>{Text(paragraph)}</p>\n"));
        if (!section.Plots.IsEmpty)
        {
            page.Append("<div class=\"plots\">\n");
            section.Plots.ToList().ForEach(plot => Append(page, plot, draw));
            page.Append("</div>\n");
        }

        section.Tables.ToList().ForEach(table => Append(page, table));
        page.Append("</section>\n");
    }

    // As images, so that names inside one drawing cannot meet those of another.
    private static void Append(StringBuilder page, Plot plot, Func<Plot, bool, string> draw) => page.Append(
        $"<figure><picture><source media=\"screen and (prefers-color-scheme: dark)\" srcset=\"{Data(draw(plot, true))}\">"
        + $"<img alt=\"{Text(plot.Title)}\" src=\"{Data(draw(plot, false))}\"></picture><figcaption>{Text(plot.Caption)}</figcaption></figure>\n");

    private static void Append(StringBuilder page, TextTable table)
    {
        page.Append($"<div class=\"wide\"><table><caption>{Text(table.Title)}</caption>\n<thead><tr>");
        table.Headers.ToList().ForEach(header => page.Append($"<th>{Text(header)}</th>"));
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string Data(string svg) => $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}";

    private static string Text(string text) => WebUtility.HtmlEncode(SafeText.Terminal(text));
}
