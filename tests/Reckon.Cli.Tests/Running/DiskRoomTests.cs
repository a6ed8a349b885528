using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Running;

public sealed class DiskRoomTests
{
    private const string Folder = "/results";

    private long? _free = DiskRoom.NeededToStart;

    [Fact]
    public void A_run_starts_where_there_is_just_room_enough()
    {
        Room().CheckForStart();

        _free--;

        Assert.Throws<DiskFullException>(Room().CheckForStart);
    }

    [Fact]
    public async Task A_run_goes_on_with_less_than_it_needs_to_start_and_stops_when_that_is_gone_too()
    {
        _free = DiskRoom.NeededToContinue;
        var seen = new List<int>();

        var failure = await Assert.ThrowsAsync<DiskFullException>(async () =>
        {
            await foreach (var update in Room().GuardAsync(UpdatesAsync(), TestContext.Current.CancellationToken))
            {
                seen.Add(update);
                _free--;
            }
        });

        Assert.Equal([1], seen);
        Assert.Equal(ExitCode.Internal, failure.ExitCode);
        Assert.Contains(Folder, failure.Message, StringComparison.Ordinal);
        Assert.Contains("disk is full", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_does_not_tell_its_room_is_taken_as_it_is()
    {
        _free = null;

        Room().CheckForStart();
    }

    [Fact]
    public void The_disk_of_a_folder_tells_its_room()
    {
        using var folder = new TempFolder();

        DiskRoom.Around(folder.Path).CheckForStart();
    }

    private DiskRoom Room() => new(Folder, folder => folder == Folder ? _free : throw new ArgumentException(folder));

    private static async IAsyncEnumerable<int> UpdatesAsync()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }
}
