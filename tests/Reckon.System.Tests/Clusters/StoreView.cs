using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.System.Tests.Stores;
using StackExchange.Redis;

namespace Reckon.System.Tests.Clusters;

/// <summary>What a sweep has in the store: seen there, no process of the cluster is asked, and so none is woken or waited for.</summary>
internal sealed class StoreView(ConnectionMultiplexer client) : IAsyncDisposable
{
    private const string Nodes = "reckon/value/*";
    private const string Outcomes = "reckon/record/outcomes/*";
    private const string Members = "reckon/members/faults";
    private const int ChecksumBytes = 8;
    private const string Trees = "reckon/record/trees/*";
    private const string CountFields =
        "local n = 0 for _, key in ipairs(redis.call('KEYS', ARGV[1])) do n = n + redis.call('HLEN', key) end return n";

    /// <summary>Keys of all kinds; null while the store does not answer.</summary>
    public Task<long?> SizeAsync() => TryAsync(async () => (long)await client.GetDatabase().ExecuteAsync("DBSIZE"));

    /// <summary>Trials with an outcome; null while the store does not answer.</summary>
    public Task<long?> TrialsAsync() => TryAsync(
        async () => (long)await client.GetDatabase().ScriptEvaluateAsync(CountFields, values: [Outcomes]));

    /// <summary>Problems with trees, which are written when all of a problem's trials have outcomes.</summary>
    public long ProblemsDone() => Keys(Trees).Count();

    /// <summary>Every key of a node, an outcome or a tree, in order; of the latter two with a hash of what is there.</summary>
    public async Task<IReadOnlyList<string>> ContentsAsync()
    {
        var records = Keys(Outcomes).Concat(Keys(Trees)).Select(HashOfAsync);
        return [.. Keys(Nodes).Select(key => $"{key}").Concat(await Task.WhenAll(records)).Order(StringComparer.Ordinal)];
    }

    /// <summary>All outcomes that are in the store.</summary>
    public async Task<IReadOnlyList<TrialOutcome>> OutcomesAsync() =>
    [
        .. from value in await ValuesAsync(Outcomes)
           let text = Encoding.UTF8.GetString(value)
           select OutcomeJson.Read(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
    ];

    /// <summary>All trees that are in the store.</summary>
    public async Task<IReadOnlyList<ProblemTrees>> TreesAsync() =>
        [.. (await ValuesAsync(Trees)).Select(value => ProblemTreesJson.Read(CompressedLines.Read(value)))];

    /// <summary>Changes a setting of the store's server.</summary>
    public Task ConfigureAsync(string name, string value) => RedisServer.ConfigureAsync(client, name, value);

    /// <summary>Has the server write a new append-only file, and waits until it is there.</summary>
    public async Task RewriteAsync()
    {
        var before = await RewritesAsync();
        await client.GetDatabase().ExecuteAsync("BGREWRITEAOF");
        await Wait.UntilAsync(async () => await RewritesAsync() > before);
    }

    /// <summary>How often the server has written a new append-only file since it was started.</summary>
    public async Task<long> RewritesAsync()
    {
        var facts = await client.GetServers().Single().InfoAsync("persistence");
        var told = facts.SelectMany(section => section).ToDictionary(fact => fact.Key, fact => fact.Value);
        return told["aof_rewrite_in_progress"] == "0" && told["aof_rewrite_scheduled"] == "0"
            ? long.Parse(told["aof_rewrites"], CultureInfo.InvariantCulture) : -1;
    }

    /// <summary>The table of the cluster's members: a row for each, and the table's version.</summary>
    public async Task<IReadOnlyDictionary<string, string>> MembersAsync() =>
        (await client.GetDatabase().HashGetAllAsync(Members)).ToDictionary(field => field.Name.ToString(), field => field.Value.ToString());

    /// <summary>Writes a row into that table.</summary>
    public Task WriteMemberAsync(string name, string row) => client.GetDatabase().HashSetAsync(Members, name, row);

    /// <summary>Deletes a row of that table.</summary>
    public Task DeleteMemberAsync(string name) => client.GetDatabase().HashDeleteAsync(Members, name);

    public async ValueTask DisposeAsync() => await client.DisposeAsync();

    private static async Task<long?> TryAsync(Func<Task<long>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception cause) when (cause is RedisException or TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    private IEnumerable<RedisKey> Keys(string pattern) => client.GetServers().Single().Keys(pattern: pattern, pageSize: 1_000);

    // Without the checksum before them.
    private async Task<IEnumerable<byte[]>> ValuesAsync(string pattern)
    {
        var maps = await Task.WhenAll(Keys(pattern).Select(key => client.GetDatabase().HashGetAllAsync(key)));
        return maps.SelectMany(fields => fields).Select(field => ((byte[])field.Value!)[ChecksumBytes..]);
    }

    private async Task<string> HashOfAsync(RedisKey key)
    {
        var fields = await client.GetDatabase().HashGetAllAsync(key);
        var hashes = fields.OrderBy(field => field.Name.ToString(), StringComparer.Ordinal)
            .Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Name}={Convert.ToHexString(SHA256.HashData((byte[])field.Value!))}"));
        return $"{key} {string.Join(' ', hashes)}";
    }
}
