namespace Reckon.Cli.Checking;

/// <summary>What was found out about one thing that a cluster needs.</summary>
/// <param name="Kind">How bad it is.</param>
/// <param name="What">The thing, and what was found.</param>
/// <param name="Remedy">What to do; empty where nothing is to be done.</param>
internal sealed record Finding(FindingKind Kind, string What, string Remedy = "")
{
    /// <summary>As a line.</summary>
    public override string ToString() =>
        $"{Kind.ToString().ToLowerInvariant(),-8}{What}{(Remedy.Length == 0 ? "" : $". {Remedy}.")}";
}
