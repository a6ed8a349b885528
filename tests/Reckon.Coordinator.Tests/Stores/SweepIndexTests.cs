using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;

namespace Reckon.Coordinator.Tests.Stores;

public sealed class SweepIndexTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Serializer _serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    private readonly SweepIndex _index = new(new MemoryRecordStore(), _serializer);
    private readonly SweepLog _log = new(new MemoryRecordStore(), _serializer);

    [Fact]
    public async Task Sweeps_of_one_name_are_told_apart_and_listed_from_the_oldest_on()
    {
        var old = Entry("b") with { Priority = 3, KeepFor = TimeSpan.FromDays(1) };
        var young = Entry("a") with { Created = _noon.AddHours(1) };
        await _index.SetAsync(young);
        await _index.SetAsync(old with { Phase = SweepPhase.Running });
        await _index.SetAsync(old);

        Assert.Equal([old, young], await _index.ListAsync());

        await _index.RemoveAsync("b");
        Assert.Equal([young], await _index.ListAsync());
        Assert.Equal((true, false), (await _index.HasAsync("a"), await _index.HasAsync("b")));
    }

    [Fact]
    public void A_sweep_expires_so_long_after_its_end_and_never_before_its_end_or_without_a_limit()
    {
        var ended = Entry("a") with { Ended = _noon, KeepFor = TimeSpan.FromHours(2) };

        Assert.False(ended.IsExpired(_noon.AddHours(1.9)));
        Assert.True(ended.IsExpired(_noon.AddHours(2)));
        Assert.False((ended with { Ended = null }).IsExpired(_noon.AddYears(1)));
        Assert.False((ended with { KeepFor = null }).IsExpired(_noon.AddYears(1)));
    }

    [Fact]
    public async Task Events_are_read_by_number()
    {
        foreach (var who in (string[])["ann", "bob", "cem"])
        {
            await _log.AppendAsync("a", new SweepEvent(_noon, SweepEventKind.Paused, who, "why"));
        }

        Assert.Equal([(1L, "bob")], (await _log.ReadAsync("a", 1, 1)).Select(happened => (happened.Number, happened.Who)));
        Assert.Equal([0L, 1, 2], (await _log.ReadAsync("a", 0, 9)).Select(happened => happened.Number));
        Assert.Empty(await _log.ReadAsync("a", 3, 9));
        Assert.Empty(await _log.ReadAsync("b", 0, 9));
    }

    private static SweepEntry Entry(string id) => new(id, "name", "hash", SweepPhase.Finished, _noon);
}
