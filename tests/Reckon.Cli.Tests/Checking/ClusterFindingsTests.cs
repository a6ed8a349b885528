using Reckon.Api;
using Reckon.Cli.Checking;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Storage;

namespace Reckon.Cli.Tests.Checking;

public sealed class ClusterFindingsTests
{
    private static readonly RedisFacts _sound = new("7.0.15", IsAppending: true, "noeviction", Milliseconds: 0.3);

    [Fact]
    public void A_sound_store_is_good() =>
        Assert.All(ClusterFindings.OfStore("here:1", _sound), finding => Assert.Equal(FindingKind.Good, finding.Kind));

    [Theory]
    [InlineData(true, "allkeys-lru", "7.0.15", 0.3, FindingKind.Fault)]
    [InlineData(false, "noeviction", "7.0.15", 0.3, FindingKind.Warning)]
    [InlineData(true, "noeviction", "5.0.1", 0.3, FindingKind.Warning)]
    [InlineData(true, "noeviction", "7.0.15", 50, FindingKind.Warning)]
    public void What_may_lose_data_or_time_is_told(bool isAppending, string eviction, string version, double milliseconds, object kind)
    {
        var findings = ClusterFindings.OfStore("here:1", new RedisFacts(version, isAppending, eviction, milliseconds)).ToList();

        Assert.Equal([FindingKind.Good, (FindingKind)kind], findings.Select(finding => finding.Kind));
        Assert.NotEqual("", findings[1].Remedy);
    }

    [Fact]
    public void A_store_that_takes_nothing_is_a_fault_with_a_remedy()
    {
        var full = _sound with { WriteFault = "OOM command not allowed. Raise its memory." };

        var findings = ClusterFindings.OfStore("here:1", full).ToList();

        Assert.Equal([FindingKind.Good, FindingKind.Fault], findings.Select(finding => finding.Kind));
        Assert.EndsWith("Raise its memory", $"{findings[1]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker here:1 contracts 99-99 build 9.9", FindingKind.Fault)]
    [InlineData("worker here:1 contracts 99-1 build 9.9", FindingKind.Good)]
    public void A_cluster_whose_members_this_build_cannot_talk_with_is_a_fault(string member, object kind) =>
        Assert.Equal((FindingKind)kind, ClusterFindings.OfMembers("some", [member]).Kind);

    [Theory, InlineData(null), InlineData("here:1")]
    public void A_store_that_is_not_there_is_a_fault(string? address) =>
        Assert.Equal(ExitCode.Internal, ClusterFindings.ExitCodeOf([.. ClusterFindings.OfStore(address, facts: null)]));

    [Fact]
    public void An_api_that_would_not_start_is_told()
    {
        var finding = Assert.Single(ClusterFindings.OfApi(new ApiOptions()));

        Assert.Equal(FindingKind.Warning, finding.Kind);
        Assert.Contains("nobody may call", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_another_machine_is_a_fault() =>
        Assert.Equal(FindingKind.Fault, ClusterFindings.OfAddress(new ClusterSettings { Address = "10.9.8.7" }, isLocal: false).Kind);
}
