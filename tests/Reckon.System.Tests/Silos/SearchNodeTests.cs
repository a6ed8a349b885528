using Reckon.Cli.Hosting;
using Reckon.Contracts.Nodes;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Testing;
using Reckon.Worker;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class SearchNodeTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const string Key = "p/hash/0/";
    private static readonly Prefix _root = new(new Problem("p", "What?", "1", "", 1), 0, [], []);
    private static readonly Sampling _sampling = new(0.8, 64, 512);

    [Fact]
    public async Task A_node_draws_its_children_once_and_says_which_it_drew()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);

        var drawn = await ExpandAsync(cluster, count: 4, isNew: true);
        var again = await ExpandAsync(cluster, count: 4, isNew: true);
        var more = await ExpandAsync(cluster, count: 6, isNew: false);

        Assert.Equal((0, null, 4), (drawn.FirstDrawn, again.FirstDrawn, more.FirstDrawn));
        Assert.Equal(drawn.Reply.Branches, again.Reply.Branches);
        Assert.Equal(drawn.Reply.Branches, more.Reply.Branches.Take(4));
    }

    [Fact]
    public async Task In_another_life_a_node_answers_from_the_store()
    {
        using var folder = new TempFolder();
        var drawn = await InALifeAsync(folder, "first", cluster => ExpandAsync(cluster, count: 4, isNew: true));

        var read = await InALifeAsync(folder, "second", cluster => ExpandAsync(cluster, count: 4, isNew: false));

        Assert.Null(read.FirstDrawn);
        Assert.Equal(drawn.Reply.Branches, read.Reply.Branches);
    }

    [Fact]
    public async Task A_node_that_is_wrongly_called_new_draws_the_same_children_again()
    {
        using var folder = new TempFolder();
        var drawn = await InALifeAsync(folder, "first", cluster => ExpandAsync(cluster, count: 8, isNew: true));

        var again = await InALifeAsync(folder, "second", cluster => ExpandAsync(cluster, count: 4, isNew: true));
        var all = await InALifeAsync(folder, "third", cluster => ExpandAsync(cluster, count: 8, isNew: false));

        Assert.Equal((0, 4), (again.FirstDrawn, all.FirstDrawn));
        Assert.Equal(drawn.Reply.Branches, all.Reply.Branches);
    }

    [Fact]
    public async Task Steps_that_begin_drawn_answers_are_not_said_to_be_drawn_again()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        await ExpandAsync(cluster, count: 4, isNew: true);

        var answers = await ExpandAsync(cluster, count: 6, isNew: false, Extent.Answer);

        Assert.Equal(4, answers.FirstDrawn);
    }

    [Fact]
    public async Task Another_verifier_judges_what_was_drawn_for_the_first_and_no_verifier_takes_it_as_it_is()
    {
        using var folder = new TempFolder();
        var judged = await InALifeAsync(folder, "first", cluster => ExpandAsync(cluster, count: 4, isNew: true));

        // In another life, so that what is reused comes from the store and every token that is computed is counted.
        var engines = SimulatedDevice.Instant();
        await using var cluster = TestCluster.On(folder, "second");
        await cluster.AddSiloAsync(Both, engines);
        var later = await ExpandAsync(cluster, new Judging(SimulatedDevice.VerifierPool, 2), count: 4, isNew: false);
        var spent = Tokens(engines);
        var again = await ExpandAsync(cluster, new Judging(SimulatedDevice.VerifierPool, 2), count: 4, isNew: false);
        var first = await ExpandAsync(cluster, count: 4, isNew: false);
        var bare = await ExpandAsync(cluster, judging: null, count: 4, isNew: false);

        Assert.All([later, again, first], reply => Assert.Equal(judged.Reply.Branches, reply.Reply.Branches));
        Assert.Equal(judged.Reply.Branches.Select(branch => new Branch(branch.Proposal, null)), bare.Reply.Branches);
        Assert.All([later, again, first, bare], reply => Assert.Null(reply.FirstDrawn));
        Assert.Equal(0, spent.Generated);
        Assert.NotEqual(0, spent.Judged);
        Assert.Equal(spent, Tokens(engines));
    }

    [Fact]
    public async Task A_node_is_released_within_seconds_and_then_answers_from_the_store()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        var drawn = await ExpandAsync(cluster, count: 4, isNew: true);
        Assert.Equal(1, await NodesAsync(cluster));

        await Wait.UntilAsync(async () => await NodesAsync(cluster) == 0);

        var read = await ExpandAsync(cluster, count: 4, isNew: false);
        Assert.Null(read.FirstDrawn);
        Assert.Equal(drawn.Reply.Branches, read.Reply.Branches);
    }

    [Fact]
    public async Task A_damaged_value_is_drawn_again()
    {
        using var folder = new TempFolder();
        var drawn = await InALifeAsync(folder, "first", async cluster =>
        {
            var reply = await ExpandAsync(cluster, count: 4, isNew: true);
            await using var client = await ConnectionMultiplexer.ConnectAsync(cluster.Store);
            var key = client.GetServers().Single().Keys(pattern: "*/value/*").Single();
            byte[] value = (await client.GetDatabase().StringGetAsync(key))!;
            value[^10] ^= 1;
            await client.GetDatabase().StringSetAsync(key, value);
            return reply;
        });

        var again = await InALifeAsync(folder, "second", cluster => ExpandAsync(cluster, count: 4, isNew: false));

        Assert.Equal(0, again.FirstDrawn);
        Assert.Equal(drawn.Reply.Branches, again.Reply.Branches);
    }

    private static async Task<int> NodesAsync(TestCluster cluster) =>
        (await cluster.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics())
            .Where(grain => grain.GrainType.Contains("SearchNode", StringComparison.OrdinalIgnoreCase)).Sum(grain => grain.ActivationCount);

    private static (long Generated, long Judged) Tokens(DeviceEngines engines)
    {
        var reports = engines.Reports("worker").ToList();
        return (reports.Sum(report => report.GeneratedTokens), reports.Sum(report => report.JudgedTokens));
    }

    private static async Task<NodeExpanded> InALifeAsync(TempFolder folder, string clusterId, Func<TestCluster, Task<NodeExpanded>> act)
    {
        await using var cluster = TestCluster.On(folder, clusterId);
        await cluster.AddSiloAsync(Both);
        return await act(cluster);
    }

    private static Task<NodeExpanded> ExpandAsync(TestCluster cluster, int count, bool isNew, Extent? extent = null) =>
        ExpandAsync(cluster, new Judging(SimulatedDevice.VerifierPool, 1), count, isNew, extent);

    private static Task<NodeExpanded> ExpandAsync(TestCluster cluster, Judging? judging, int count, bool isNew, Extent? extent = null) =>
        cluster.Grains.GetGrain<ISearchNodeGrain>(Key).ExpandAsync(
            new ExpandNode(new ExpandRequest(_root, 0, count, extent ?? Extent.Step, _sampling), SimulatedDevice.ProposerPool, judging, isNew),
            TestContext.Current.CancellationToken);
}
