namespace Reckon.Kubernetes.Tests;

public sealed class RefusalTests
{
    // What is set, and what the message must hold. The words around it are Helm's, and differ between its majors.
    public static TheoryData<string, string[]> Wrong => new()
    {
        { "workerPools.cpu.replica=3", ["replica"] },
        { "image.tag=latest", ["tag"] },
        { "coordinator.replicas=many", ["replicas"] },
        { "settings.maxRows=3", ["maxRows"] },
        { "redis.enabled=false", ["externalRedis.endpoints: there is no Redis", "Name host:port of one"] },
        { "externalRedis.endpoints={a:1}", ["there are two Redis", "Set redis.enabled to false"] },
        { "externalRedis.authority.existingSecret=a", ["the built-in Redis has no TLS", "Set redis.enabled to false"] },
        { "redis.enabled=false,externalRedis.endpoints={a:1},externalRedis.tls=false,externalRedis.authority.existingSecret=a", ["it is for TLS, which is off"] },
        { "models.abacus-prm.source.claim.files.x.url=http://x", ["sha256"] },
        { "monitoring.rules.longestSweepHours=0", ["longestSweepHours"] },
        { "workerPools.cpu.min=9", ["workerPools.cpu.min: 9 is more than max, 8", "Raise max or lower min"] },
        { "workerPools.cpu.scaling=hpa", ["an HPA cannot scale to 0", "Set min to 1, or scaling to keda"] },
        { "workerPools.cpu.scaling=keda,workerPools.cpu.target=192", ["3 times the workers' rows", "192 for one worker", "Lower target"] },
        { "workerPools.cpu.models={gpt}", ["there is no model \"gpt\"", "name one of abacus-prm, abacus-proposer"] },
        { "workerPools.cpu.device=Simulated", ["simulated devices have models of their own"] },
        { "workerPools.cpu.models=null", ["a worker needs a model"] },
        { "workerPools.cpu.spot=true", ["nodes that may be taken away give 25 s", "would be 70 s", "Set grace to 15 or less"] },
        { "models.abacus-prm.source.claim.name=other", ["models.abacus-prm.source: there are 2 sources", "Keep one of"] },
        { "api.ingress.enabled=true,api.ingress.host=x.example", ["tokens would travel without TLS", "plainHttp"] },
        { "api.route.enabled=true", ["a route needs a gateway"] },
        { "coordinator.pdb.minAvailable=2", ["coordinator.pdb.minAvailable: with 2 of 2 replicas no node could ever be emptied"] },
        { "workerPools.a-name-that-is-far-too-long-to-be-used-at-all.replicas=1", ["a-name-that-is-far-too-long"] },
        { "workerPools.cpu.min=9,redis.enabled=false", ["externalRedis.endpoints", "workerPools.cpu.min"] }, // All at once.
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Values_that_cannot_work_are_refused_with_their_place_and_a_remedy(string set, string[] said) => Assert.All(
        ChartTools.Helms, helm =>
        {
            var (code, _, error) = Chart.Template(helm, "--set", set);

            Assert.NotEqual(0, code);
            Assert.All(said, words => Assert.Contains(words, error, StringComparison.Ordinal));
        });

    [Fact]
    public void A_chart_that_holds_this_one_can_switch_it_off()
    {
        var (code, output, error) = Chart.Template("helm-4", "--set", "enabled=false", "--set", "global.anything.goes=1");

        Assert.True(code == 0, error);
        Assert.DoesNotContain("kind:", output.Replace("kind: Pod\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
