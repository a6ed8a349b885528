using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Coordinator.Tests.Nodes;

/// <summary>Requests to a node, and what it may have drawn.</summary>
internal static class SomeNode
{
    public static ExpandRequest Request(Extent extent, int first, int count) => new(Some.Prefix(), first, count, extent, Some.Sampling());

    public static Proposal Answer(Ending ending, params string[] steps) =>
        new([.. steps.Select(text => new Step(text, [text.Length], -1))], ending);
}
