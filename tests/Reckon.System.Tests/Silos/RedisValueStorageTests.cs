using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using Reckon.Contracts.Problems;
using Reckon.Storage;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class RedisValueStorageTests : IDisposable
{
    private static readonly GrainId _grain = GrainId.Create("node", "p/1");
    private static readonly TrialKey _value = new("p", 7);
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(1);
    private readonly TempFolder _folder = new();
    private readonly EmbeddedServer _server;
    private readonly OneStage _life = new();
    private readonly RedisConnection _connection;
    private readonly RedisValueStorage _storage;

    public RedisValueStorageTests()
    {
        _server = EmbeddedServer.Start(_folder.Path);
        var serializer = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();
        _connection = new RedisConnection(ConfigurationOptions.Parse(_server.ConnectionString));
        _storage = new RedisValueStorage(
            _connection,
            new SealedStateSerializer(new OrleansGrainStorageSerializer(serializer), NullLogger<SealedStateSerializer>.Instance),
            Options.Create(new ClusterOptions { ServiceId = "reckon" }),
            _lifetime);
        _connection.Participate(_life);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _server.Dispose();
        _life.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_saved_is_read_and_what_was_deleted_is_not()
    {
        await _life.StartAsync();
        var written = new GrainState<TrialKey>(_value);
        var (read, gone) = (new GrainState<TrialKey>(), new GrainState<TrialKey>(_value));

        await _storage.WriteStateAsync("state", _grain, written);
        await _storage.ReadStateAsync("state", _grain, read);
        await _storage.ClearStateAsync("state", _grain, written);
        await _storage.ReadStateAsync("state", _grain, gone);

        Assert.Equal((_value, true), (read.State, read.RecordExists));
        Assert.Equal((default, false), (gone.State, gone.RecordExists));
    }

    [Fact]
    public async Task A_state_expires_so_long_after_it_was_written()
    {
        await _life.StartAsync();

        await _storage.WriteStateAsync("state", _grain, new GrainState<TrialKey>(_value));

        await using var client = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        var left = await client.GetDatabase().KeyTimeToLiveAsync(client.GetServers().Single().Keys().Single());
        Assert.InRange(left!.Value, _lifetime - TimeSpan.FromMinutes(1), _lifetime);
    }

    [Fact]
    public async Task Two_states_of_one_grain_are_two_values()
    {
        await _life.StartAsync();
        var other = new GrainState<TrialKey>();

        await _storage.WriteStateAsync("one", _grain, new GrainState<TrialKey>(_value));
        await _storage.ReadStateAsync("other", _grain, other);

        Assert.False(other.RecordExists);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_is_not_there_is_a_fault_that_callers_try_again(bool wasThere)
    {
        if (wasThere)
        {
            await _life.StartAsync();
            await _life.StopAsync();
        }

        var reading =
            await Assert.ThrowsAsync<OrleansException>(() => _storage.ReadStateAsync("state", _grain, new GrainState<TrialKey>()));
        var saving =
            await Assert.ThrowsAsync<OrleansException>(() => _storage.WriteStateAsync("state", _grain, new GrainState<TrialKey>(_value)));

        Assert.StartsWith($"The state of {_grain} could not be read", reading.Message, StringComparison.Ordinal);
        Assert.StartsWith($"The state of {_grain} could not be saved", saving.Message, StringComparison.Ordinal);
    }
}
