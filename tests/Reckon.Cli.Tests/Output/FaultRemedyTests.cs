using Reckon.Cli.Output;

namespace Reckon.Cli.Tests.Output;

public sealed class FaultRemedyTests
{
    private static readonly ProcessLimits _limits = new(OpenFiles: 4_096, MemoryBytes: 64 << 20);

    [Fact]
    public void A_process_without_memory_is_told_how_much_it_has() =>
        Assert.Contains("it may take 64 MiB", FaultRemedy.For(new TypeInitializationException("X", new InsufficientMemoryException()), _limits), StringComparison.Ordinal);

    [Fact]
    public void A_process_that_may_open_no_more_files_is_told_so()
    {
        Assert.Contains("ulimit -n", FaultRemedy.For(new IOException("Too many open files : '/x'"), _limits), StringComparison.Ordinal);
        Assert.Contains("ulimit -n", FaultRemedy.For(new FileNotFoundException("Could not load assembly"), _limits with { OpenFiles = 128 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_faults_are_told_as_they_are()
    {
        Assert.Null(FaultRemedy.For(new FileNotFoundException("gone"), _limits));
        Assert.Null(FaultRemedy.For(new InvalidOperationException("odd"), _limits));
    }

    [Theory]
    [InlineData("Max open files            128                  4096                 files     ", 128L)]
    [InlineData("Max open files            unlimited            unlimited            files     ", null)]
    [InlineData("Max processes             1                    1                    processes ", null)]
    public void The_limit_of_files_is_read_as_Linux_writes_it(string line, long? limit) =>
        Assert.Equal(limit, ProcessLimits.OpenFilesIn(["Limit                     Soft Limit           Hard Limit           Units     ", line]));
}
