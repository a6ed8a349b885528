using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Reckon.Api.Streaming;
using Reckon.Contracts.Pools;

namespace Reckon.Api.Pools;

/// <summary>The cluster, looked at for all who watch it: the document as it is sent.</summary>
internal sealed class ClusterFeed
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(5);

    private readonly IGrainFactory _grains;
    private readonly TimeProvider _time;
    private readonly JsonSerializerOptions _json;

    public ClusterFeed(IGrainFactory grains, TimeProvider time, IOptions<JsonOptions> json)
    {
        (_grains, _time, _json) = (grains, time, json.Value.SerializerOptions);
        Feed = new LiveFeed<string>(LookAsync, (_, _) => false, _interval, _longest, time);
    }

    /// <summary>The documents.</summary>
    public LiveFeed<string> Feed { get; }

    private async Task<string?> LookAsync()
    {
        try
        {
            return JsonSerializer.Serialize(ClusterView.Of(await _grains.GetGrain<IPoolsGrain>(0).GetAsync(), _time.GetUtcNow()), _json);
        }
        catch (Exception cause) when (cause is OrleansException or TimeoutException)
        {
            return null; // The next look may succeed.
        }
    }
}
