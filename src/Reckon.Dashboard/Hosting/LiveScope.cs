using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Hosting;

/// <summary>What rendering a part of a page needs. Outlives the request that asked for it first, and must not hold on to it.</summary>
/// <param name="Source">The source, for the callers who share the part.</param>
/// <param name="Renderer">The renderer.</param>
/// <param name="Context">What the page needs to know.</param>
/// <param name="Choice">What the page shows.</param>
internal sealed record LiveScope(ISweepSource Source, PageRenderer Renderer, PageContext Context, SweepChoice Choice)
{
    /// <summary>That of <paramref name="request"/>.</summary>
    public static async Task<LiveScope> OfAsync(PageRequest request) =>
        new(request.Source, request.Renderer, await request.ContextAsync(), SweepChoice.Read(request.Query));
}
