using System.Collections.Immutable;

namespace Reckon.Api.Paging;

/// <summary>Makes pages.</summary>
public static class ItemPages
{
    /// <summary>All items of a list that is never long.</summary>
    public static ItemPage<T> Whole<T>(DateTimeOffset asOf, ImmutableArray<T> items) => new(asOf, items, null, false);
}
