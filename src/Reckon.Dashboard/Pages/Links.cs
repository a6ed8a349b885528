using Reckon.Dashboard.Problems;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Pages;

/// <summary>The addresses of pages, from the dashboard's root. Pure.</summary>
public static class Links
{
    /// <summary>The page of a sweep.</summary>
    public static string Sweep(string id) => $"sweeps/{Escaped(id)}";

    /// <summary>Its problems.</summary>
    public static string Problems(string id, ProblemQuery? query = null) => $"{Sweep(id)}/problems{Question(query?.Write())}";

    /// <summary>The rows of such a list, without the page around them.</summary>
    public static string Rows(string id, ProblemQuery query) => $"{Sweep(id)}/rows?{query.Write()}";

    /// <summary>One of its problems.</summary>
    /// <param name="id">The sweep.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="trials">The trials that are shown, each as <c>SEED RUN</c>.</param>
    public static string Problem(string id, string problem, params IEnumerable<string> trials) =>
        $"{Sweep(id)}/problem?id={Escaped(problem)}" + string.Concat(trials.Select(trial => $"&trial={Escaped(trial)}"));

    /// <summary>What happened to it.</summary>
    public static string Events(string id) => $"{Sweep(id)}/events";

    /// <summary>The form of an order.</summary>
    public static string Act(string id, SweepAct act) => $"{Sweep(id)}/act/{act.ToString().ToLowerInvariant()}";

    private static string Question(string? query) => string.IsNullOrEmpty(query) ? "" : $"?{query}";

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
