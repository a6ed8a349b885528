using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Pages;

/// <summary>What every page needs to know. Addresses are relative to the dashboard's root, so that it works behind any prefix.</summary>
/// <param name="Base">The way from the page up to the dashboard's root, such as <c>../../</c>.</param>
/// <param name="Path">The address of the page from there, with its query.</param>
/// <param name="Stamp">Changes with the assets, so that browsers may keep them for ever.</param>
/// <param name="Caller">Who looks at it; null for somebody who has to say so first.</param>
/// <param name="IsLive">Whether sweeps run here.</param>
/// <param name="HasCallers">Whether this caller has said who they are.</param>
public sealed record PageContext(string Base, string Path, string Stamp, Caller? Caller, bool IsLive, bool HasCallers)
{
    /// <summary>Whether orders may be given.</summary>
    public bool MayOperate => IsLive && Caller is { MayOperate: true };
}
