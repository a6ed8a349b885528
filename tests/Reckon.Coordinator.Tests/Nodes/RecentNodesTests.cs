using Microsoft.Extensions.Time.Testing;
using Reckon.Coordinator.Nodes;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class RecentNodesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Remembers_what_was_asked_for_a_while()
    {
        var recent = new RecentNodes(_time);
        recent.Add(7);

        Assert.True(recent.MayContain(7));
        Assert.False(recent.MayContain(8));
        _time.Advance(RecentNodes.Memory);
        Assert.True(recent.MayContain(7));
        _time.Advance(RecentNodes.Memory);
        Assert.False(recent.MayContain(7));
    }

    [Fact]
    public void Takes_few_for_others()
    {
        var (recent, random) = (new RecentNodes(_time), new Random(1));
        for (var i = 0; i < 20_000; i++)
        {
            recent.Add((uint)random.Next());
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => recent.MayContain((uint)random.Next())), 0, 200);
    }
}
