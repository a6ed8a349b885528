using Reckon.Contracts.Versions;

namespace Reckon.Coordinator.Tests.Versions;

public sealed class JoinRefusalTests
{
    [Theory]
    [InlineData(3, 2, 3, 2)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(2, 1, 3, 2)]
    [InlineData(4, 1, 1, 1)]
    public void Builds_that_understand_each_other_may_be_in_one_cluster(int own, int oldest, int number, int others) =>
        Assert.Null(JoinRefusal.Of(new ContractVersion(own, oldest), [Member(number, others)]));

    [Theory]
    [InlineData(1, 1, 3, 2, "too old for the cluster. Start the build that the cluster runs")]
    [InlineData(3, 3, 2, 1, "too new for the cluster. Replace its processes one at a time")]
    public void A_build_that_a_member_does_not_understand_is_refused_with_a_remedy(int own, int oldest, int number, int others, string told)
    {
        var refusal = JoinRefusal.Of(new ContractVersion(own, oldest), [Member(own, oldest), Member(number, others)]);

        Assert.Contains(told, refusal, StringComparison.Ordinal);
        Assert.Contains("worker 10.0.0.7:11111 (build 0.9)", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_does_not_say_what_it_talks_is_refused() =>
        Assert.Contains("'Silo_1' does not say", JoinRefusal.Of(ContractVersion.Current, ["Silo_1"]), StringComparison.Ordinal);

    [Fact]
    public void A_name_is_read_as_it_was_written()
    {
        var name = new MemberName("worker", "10.0.0.7:11111", new ContractVersion(3, 2), "0.1.0+abc");

        Assert.Equal(name, MemberName.TryParse($"{name}"));
    }

    private static string Member(int number, int oldest) =>
        $"{new MemberName("worker", "10.0.0.7:11111", new ContractVersion(number, oldest), "0.9")}";
}
