using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Stores;
using Reckon.Search;

namespace Reckon.Coordinator.Tests.Stores;

public sealed class SubmissionStoreTests
{
    private const int Problems = (3 * SweepStart.ChunkSize) + 1;
    private static readonly SweepKey _sweep = new("sweep", "hash");
    private static readonly ImmutableArray<Problem> _problems = [.. Enumerable.Range(0, Problems).Select(Problem)];
    private readonly SubmissionStore _store = new(
        new MemoryRecordStore(),
        new ProblemChunks(new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>()));

    [Fact]
    public async Task Problems_that_were_handed_in_by_chunks_are_read_by_place()
    {
        await WriteAsync(3, 1, 0, 2);

        var read = await _store.TryReadAsync(_sweep, Problems);

        Assert.Equal(_problems.Select(problem => problem.Id), read!.Ids);
        Assert.Equal(_problems, Enumerable.Range(0, Problems).Select(place => read[place]));
        Assert.Equal(_problems[Problems - 1], read[Problems - 1]);
    }

    [Fact]
    public async Task What_was_read_can_be_written_again()
    {
        await WriteAsync(0, 1, 2, 3);
        var read = await _store.TryReadAsync(_sweep, Problems);
        await _store.DeleteAsync(_sweep);
        Assert.Null(await _store.TryReadAsync(_sweep, Problems));

        await _store.WriteAsync(_sweep, read!);

        Assert.Equal(read!.Ids, (await _store.TryReadAsync(_sweep, Problems))!.Ids);
    }

    [Fact]
    public async Task A_sweep_with_a_chunk_or_a_problem_missing_or_an_id_twice_is_none()
    {
        await WriteAsync(0, 1, 3);
        Assert.Null(await _store.TryReadAsync(_sweep, Problems));

        await WriteAsync(2);
        Assert.Null(await _store.TryReadAsync(_sweep, Problems + 1));
        Assert.NotNull(await _store.TryReadAsync(_sweep, Problems));

        await _store.WriteAsync(_sweep, 3, [_problems[0]]);
        Assert.Null(await _store.TryReadAsync(_sweep, Problems));
    }

    [Fact]
    public async Task A_problem_takes_little_memory()
    {
        await WriteAsync(0, 1, 2, 3);

        var read = await _store.TryReadAsync(_sweep, Problems);

        Assert.InRange(read!.Chunks.Sum(chunk => chunk.Length) / Problems, 1, 100);
    }

    private async Task WriteAsync(params int[] chunks)
    {
        foreach (var chunk in chunks)
        {
            var first = chunk * SweepStart.ChunkSize;
            await _store.WriteAsync(_sweep, chunk, _problems[first..Math.Min(first + SweepStart.ChunkSize, Problems)]);
        }
    }

    private static Problem Problem(int i) =>
        new($"problem {i}", $"A train goes {i} miles in {i % 7 + 1} hours and stops for {i % 13} minutes. How fast is it on average?", $"{17 * i}", "made up", i % 5);
}
