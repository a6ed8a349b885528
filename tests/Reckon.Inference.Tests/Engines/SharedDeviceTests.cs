using Reckon.Inference.Engines;

namespace Reckon.Inference.Tests.Engines;

public sealed class SharedDeviceTests
{
    [Theory]
    [InlineData(true, 2, 2, false)] // A core each.
    [InlineData(true, 1, 2, true)]
    [InlineData(true, 2, 4, true)]
    [InlineData(false, 64, 2, true)] // A GPU has no cores to share out.
    public void Is_needed_where_engines_would_be_in_each_others_way(bool isProcessor, int cores, int threads, bool expected) =>
        Assert.Equal(expected, SharedDevice.IsNeeded(isProcessor, cores, threads));

    [Fact]
    public async Task Lets_one_engine_run_at_a_time_and_changes_no_result()
    {
        var device = new SharedDevice(TimeProvider.System);
        var options = new EngineOptions { Device = device };
        var (running, most) = (0, 0);
        var models = new[] { Some.Model(options), Some.Model(options) };
        foreach (var model in models)
        {
            model.Running = isBegin =>
            {
                most = Math.Max(most, isBegin ? Interlocked.Increment(ref running) : Interlocked.Decrement(ref running));
            };
        }

        await using var alone = Some.Engine(new EngineOptions());
        await using var first = Some.Engine(models[0], options);
        await using var second = Some.Engine(models[1], options);
        var requests = Enumerable.Range(1, 12).Select(problem => Some.Answers(8, problem)).ToArray();
        var expected = await Task.WhenAll(requests.Select(alone.Propose));

        var replies = await Task.WhenAll(requests.SelectMany(request => new[] { first.Propose(request), second.Propose(request) }));

        Assert.Equal(1, most);
        foreach (var (i, reply) in replies.Index())
        {
            Assert.Equal(expected[i / 2].Proposals.Select(Some.Print), reply.Proposals.Select(Some.Print));
        }
    }

    [Fact]
    public void Ends_a_turn_whatever_an_engine_says_of_its_need()
    {
        var device = new SharedDevice(TimeProvider.System);
        var mute = new DeviceSeat(device, () => throw new InvalidOperationException("It cannot say."));
        var other = new DeviceSeat(device, () => 1);

        mute.Take().Dispose();
        other.Take().Dispose();

        Assert.Equal(2, Take(mute) + Take(other)); // Nobody holds the device.

        static int Take(DeviceSeat seat)
        {
            using var turn = seat.Take();
            return 1;
        }
    }

    [Fact]
    public async Task Does_not_wait_for_an_engine_that_has_gone()
    {
        var options = new EngineOptions { Device = new SharedDevice(TimeProvider.System) };
        await using var staying = Some.Engine(options);
        var going = Some.Engine(options);
        await going.Propose(Some.Answers(2));
        await going.DisposeAsync();

        Assert.Equal(4, (await staying.Propose(Some.Answers(4))).Proposals.Length);
    }
}
