using System.Globalization;
using Reckon.Search.Running;

namespace Reckon.Cli.Output;

/// <summary>Says what servers counted. Pure.</summary>
internal static class BillText
{
    /// <summary>One line.</summary>
    /// <param name="usage">What they counted.</param>
    /// <param name="currency">That of the models' prices; null where it is not known here, or no model has a price.</param>
    public static string Of(ServerUsage usage, string? currency)
    {
        var cached = usage.Cached > 0 ? string.Create(CultureInfo.InvariantCulture, $", {usage.Cached:N0} of them from a cache,") : "";
        var money = usage.Money > 0 ? string.Create(CultureInfo.InvariantCulture, $": {usage.Money:0.####} {currency ?? "in the currency of their price"}") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"servers counted {usage.Prompt:N0} tokens read{cached} and {usage.Generated:N0} written{money}");
    }
}
