using System.Security.Cryptography;
using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class AsynchronousProcessTests
{
    [Fact]
    public async Task A_sweep_of_asynchronous_rounds_is_the_sweep_without_them_to_the_last_byte()
    {
        using var folder = new TempFolder();
        using var without = await ReckonProcess.RunAsync("run", Sweep(folder, asynchronous: ""), "--out", folder.File("without"));
        using var with = await ReckonProcess.RunAsync("run", Sweep(folder, ", asynchronous: true"), "--out", folder.File("with"));
        using var again = await ReckonProcess.RunAsync("run", Sweep(folder, ", asynchronous: true"), "--out", folder.File("without"));

        Assert.True(with.ExitCode == ExitCode.Success, with.Error);
        Assert.Equal(Bytes(folder, "without"), Bytes(folder, "with"));
        Assert.Contains("Finished before", again.Error, StringComparison.Ordinal);
    }

    private static string Sweep(TempFolder folder, string asynchronous) => SweepFileOnDisk.Write(folder, problems: 6, strategies: $$"""
        - dvts: { n: [8, 16], width: 4{{asynchronous}} }
          - beam: { n: [16], width: 2{{asynchronous}} }
          - rebase: { n: 16, subtrees: 4{{asynchronous}} }
        """);

    private static string Bytes(TempFolder folder, string results) => string.Join('\n', Directory
        .EnumerateFiles(folder.File($"{results}/trees"))
        .Append(folder.File($"{results}/outcomes.jsonl"))
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
