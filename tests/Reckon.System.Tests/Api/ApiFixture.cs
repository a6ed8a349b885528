using Reckon.Api;
using Reckon.System.Tests.Api;

[assembly: AssemblyFixture(typeof(ApiFixture))]

namespace Reckon.System.Tests.Api;

/// <summary>One API for all tests that need nothing of their own, started by the first of them.</summary>
public sealed class ApiFixture : IAsyncDisposable
{
    private readonly Lazy<Task<ApiOnSilos>> _api = new(() => ApiOnSilos.StartAsync(options =>
    {
        options.MaxBodyMegabytes = 1;
        options.RequestsPerSecond = 100_000;
    }));

    internal Task<ApiOnSilos> ApiAsync() => _api.Value;

    public async ValueTask DisposeAsync()
    {
        if (_api.IsValueCreated)
        {
            await (await _api.Value).DisposeAsync();
        }
    }
}
