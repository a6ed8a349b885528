using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>A part of a request that has to be drawn.</summary>
/// <param name="Request">What has to be drawn.</param>
/// <param name="Place">The place, among the children of the whole request, of the first that it draws.</param>
/// <param name="Before">What is known of that child, where the request draws the rest of it; null where it draws children from their beginning.</param>
internal sealed record MissingDraw(ExpandRequest Request, int Place, Branch? Before);
