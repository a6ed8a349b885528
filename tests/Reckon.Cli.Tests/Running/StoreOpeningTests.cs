using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Running;

public sealed class StoreOpeningTests : IDisposable
{
    private readonly StringWriter _error = new();

    [Fact]
    public async Task A_run_after_one_that_died_while_it_opened_the_store_tells_what_to_delete()
    {
        using var folder = new TempFolder();
        await BeginAsync(folder); // And never ended.

        using var second = await BeginAsync(folder);

        Assert.Contains($"delete '{folder.File("store")}'", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_after_a_store_that_was_opened()
    {
        using var folder = new TempFolder();
        (await BeginAsync(folder)).Dispose();

        using var second = await BeginAsync(folder);

        Assert.Empty(_error.ToString());
    }

    public void Dispose() => _error.Dispose();

    private Task<StoreOpening> BeginAsync(TempFolder folder) =>
        StoreOpening.BeginAsync(folder.File("store"), new Terminal(TextWriter.Null, _error));
}
