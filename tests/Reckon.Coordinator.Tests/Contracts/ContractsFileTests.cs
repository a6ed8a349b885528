using Reckon.Testing;

namespace Reckon.Coordinator.Tests.Contracts;

public sealed class ContractsFileTests
{
    private const string Remedy =
        "Give what is new an id of its own and keep what is there. Where that cannot be, raise Number and Oldest of ContractVersion.Current:"
        + " builds before it are refused then, and a cluster cannot be upgraded one process at a time.";

    private static readonly string _path = RepositoryRoot.PathTo("src", "Reckon.Contracts", "contracts.txt");

    [Fact]
    public void What_processes_send_and_store_is_as_builds_before_know_it_and_as_the_file_says()
    {
        var now = ContractText.OfCode();
        string[] before = File.Exists(_path) ? File.ReadAllLines(_path) : [];
        var breaks = ContractChange.Breaks(before, now);
        Assert.True(breaks.Count == 0, $"Builds before would misread this one. Gone or changed:\n{string.Join('\n', breaks)}\n{Remedy}");

        if (Environment.GetEnvironmentVariable("CONTRACTS") == "write")
        {
            File.WriteAllLines(_path, now);
            return;
        }

        Assert.True(
            before.SequenceEqual(now),
            $"The contracts have grown: 'make contracts' writes contracts.txt, to be committed. New:\n{string.Join('\n', now.Except(before))}");
    }

    [Theory]
    [InlineData("version 1-1|member a 000 Int32 # Count", "version 1-1|member a 000 Int32 # Number|member a 001 String # Name", "")]
    [InlineData("version 1-1|member a 000 Int32", "version 1-1|member a 000 Int64", "member a 000 Int32")]
    [InlineData("version 1-1|member a 000 Int32", "version 1-1", "member a 000 Int32")]
    [InlineData("version 1-1|member a 000 Int32", "version 2-1|member a 000 Int64", "member a 000 Int32")]
    [InlineData("version 1-1|member a 000 Int32", "version 2-2|member a 000 Int64", "")]
    [InlineData("version 3-2|call a start(b): Task", "version 3-2|call a start(b, c): Task", "call a start(b): Task")]
    public void What_is_gone_or_changed_breaks_builds_before_unless_they_are_refused(string before, string now, string breaks) =>
        Assert.Equal(breaks, string.Join('|', ContractChange.Breaks(before.Split('|'), now.Split('|'))));
}
