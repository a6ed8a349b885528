using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Tests.Hosting;

public sealed class SiloHostTests
{
    [Fact]
    public void A_silo_has_the_options_that_it_is_given()
    {
        var options = new ReckonOptions
        {
            Router = new RouterOptions
            {
                MaxWaiting = 7,
                MaxAttempts = 3,
                Backoff = TimeSpan.FromSeconds(1),
                MaxBackoff = TimeSpan.FromSeconds(2)
            },
            Coordinator = new CoordinatorOptions { MaxProblemsRunning = 5, CheckInterval = TimeSpan.FromSeconds(9) },
        };
        var settings = new SiloSettings("cluster", "127.0.0.1:1", IPAddress.Loopback, SiloPort: 1, GatewayPort: 0);

        using var silo =
            SiloHost.Build(settings, SiloRoles.Coordinator, devices: [], options, StrategyRegistry.BuiltIn, Serilog.Core.Logger.None);

        Assert.Equivalent(options.Router, silo.Services.GetRequiredService<IOptions<RouterOptions>>().Value);
        Assert.Equivalent(options.Coordinator, silo.Services.GetRequiredService<IOptions<CoordinatorOptions>>().Value);
    }
}
