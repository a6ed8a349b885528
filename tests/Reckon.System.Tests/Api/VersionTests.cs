using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Reckon.Api.Versions;
using Reckon.Cli.Output;

namespace Reckon.System.Tests.Api;

public sealed class VersionTests(ApiFixture fixture) : IAsyncLifetime
{
    private ApiOnSilos _api = null!;

    public async ValueTask InitializeAsync() => _api = await fixture.ApiAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, InlineData("1"), InlineData(null)]
    public async Task A_client_that_fits_is_answered_and_told_the_versions(string? version)
    {
        using var answer = await _api.SendAsync(HttpMethod.Get, "v1/sweeps", headers: (ApiVersions.ClientHeader, version ?? ""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["1-1"], answer.Headers.GetValues(ApiVersions.ServerHeader));
    }

    [Theory, InlineData("0", "too old"), InlineData("2", "too new"), InlineData("x", "whole number")]
    public async Task Another_client_is_refused_with_a_remedy(string version, string message)
    {
        var text = await ApiOnSilos.RefusedAsync(
            HttpStatusCode.BadRequest, _api.SendAsync(HttpMethod.Get, "v1/sweeps", headers: (ApiVersions.ClientHeader, version)));

        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 3, "The client is too old. It speaks version 1 of the API, and this server answers versions 2 to 3. Use the server's release of reckon.")]
    [InlineData(0, 0, "The client is too new. It speaks version 1 of the API, and this server answers version 0. Upgrade the server")]
    public async Task A_command_says_what_its_user_can_do(int oldest, int newest, string message)
    {
        await using var other = await _api.BesideAsync(more: services => services.AddSingleton(new ApiVersions(oldest, newest)));

        var list = await other.RunAsync("list");

        Assert.Equal(ExitCode.Usage, list.ExitCode);
        Assert.Contains(message, list.Error, StringComparison.Ordinal);
    }
}
