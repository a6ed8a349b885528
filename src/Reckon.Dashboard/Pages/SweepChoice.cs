using System.Collections.Immutable;
using Reckon.Dashboard.Methods;
using Reckon.Evaluation.Text;
using Reckon.Search.Selecting;

namespace Reckon.Dashboard.Pages;

/// <summary>What the page of a sweep shows, as its address says.</summary>
/// <param name="Rule">The way of choosing answers; null for the last.</param>
/// <param name="Unit">What compute is counted in.</param>
public sealed record SweepChoice(string? Rule, CostUnit Unit)
{
    /// <summary>Reads what stands in an address; what is not understood is left out.</summary>
    /// <param name="valueOf">The value of a name in the address; null or empty for none.</param>
    public static SweepChoice Read(Func<string, string?> valueOf) => new(
        string.IsNullOrEmpty(valueOf("rule")) ? null : valueOf("rule"),
        Enum.TryParse<CostUnit>(valueOf("x"), ignoreCase: true, out var unit) && Enum.IsDefined(unit) ? unit : CostUnit.Generations);

    /// <summary>As it stands in an address, with the question mark.</summary>
    public string Write() => $"?x={Unit}" + (Rule is null ? "" : $"&rule={Uri.EscapeDataString(Rule)}");

    /// <summary>The way of choosing among <paramref name="selectors"/>, which are not empty.</summary>
    public Selector SelectorOf(ImmutableArray<Selector> selectors)
    {
        foreach (var selector in selectors)
        {
            if (SelectorName.Of(selector) == Rule)
            {
                return selector;
            }
        }

        return selectors[^1];
    }
}
