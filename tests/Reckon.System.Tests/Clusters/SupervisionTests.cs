using System.Globalization;
using System.Text.RegularExpressions;
using Reckon.Cli.Output;
using Reckon.Storage;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed partial class SupervisionTests
{
    private const int Children = 4; // A coordinator, the API and two workers.

    [Fact]
    public async Task A_folder_has_one_cluster_and_when_up_is_killed_what_it_started_ends()
    {
        using var folder = new TempFolder();
        SweepFileOnDisk.Write(folder, problems: 1); // Skips where the models are not there.
        using var up = ReckonProcess.Start(
            "up", "--workers", "2", "--folder", folder.File("cluster"), "--url", $"http://127.0.0.1:{FreePort.Find()}",
            "--proposer", RepositoryRoot.PathTo("models", "abacus-proposer"), "--verifier", RepositoryRoot.PathTo("models", "abacus-prm"));
        await Wait.UntilAsync(() => ReadyChild().Count(up.Error) == Children);
        int[] children = [.. ReadyChild().Matches(up.Error).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

        using var second = await ReckonProcess.RunAsync(
            "up", "--folder", folder.File("cluster"), "--proposer", RepositoryRoot.PathTo("models", "abacus-proposer"));
        await up.KillAsync();

        Assert.Equal(ExitCode.Usage, second.ExitCode);
        Assert.Contains("another cluster runs in the folder", second.Error, StringComparison.Ordinal);

        await Wait.UntilAsync(() => children.All(child => !Directory.Exists($"/proc/{child}")));
    }

    [GeneratedRegex(@"\(process ([0-9]+)\):")]
    private static partial Regex ReadyChild();
}
