using System.Collections.Immutable;

namespace Reckon.Api.Paging;

/// <summary>Some items of a list.</summary>
/// <param name="AsOf">When they were read.</param>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Cursor">Where the next page begins: the value of <c>cursor</c> in the next request; null at the end.</param>
/// <param name="Truncated">Whether there are more.</param>
public sealed record ItemPage<T>(DateTimeOffset AsOf, ImmutableArray<T> Items, string? Cursor, bool Truncated);
