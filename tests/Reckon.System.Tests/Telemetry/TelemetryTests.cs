using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Reckon.Cli.Hosting;
using Reckon.System.Tests.Silos;
using Reckon.Testing;

namespace Reckon.System.Tests.Telemetry;

public sealed partial class TelemetryTests
{
    private const int Problems = 4;

    [Fact]
    public async Task The_documents_name_every_metric_and_no_other()
    {
        var names = new ConcurrentDictionary<string, bool>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) => names[instrument.Name] = true,
        };
        listener.Start();

        await RunAsync();

        var documented = InTable().Matches(File.ReadAllText(RepositoryRoot.PathTo("docs", "cluster.md"))).Select(match => match.Groups[1].Value);
        Assert.Equal(names.Keys.Where(name => name.StartsWith("reckon.", StringComparison.Ordinal)).Order(), documented.Distinct().Order());
    }

    [Fact]
    public async Task A_call_to_a_worker_stands_in_its_round_its_trial_its_problem_and_its_sweep()
    {
        var spans = new ConcurrentDictionary<ActivitySpanId, Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Reckon.Sweeps",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => spans[span.SpanId] = span,
        };
        ActivitySource.AddActivityListener(listener);

        await RunAsync("traced");

        var mine = spans.Values.Where(span => Line(span)[^1].GetTagItem("reckon.sweep") is "traced").ToList(); // Other tests have theirs.
        Assert.Equal(Problems, mine.Count(span => span.OperationName == "problem"));
        Assert.Equal(Problems * 3, mine.Count(span => span.OperationName == "trial"));
        var calls = mine.Where(span => span.OperationName == "worker call").ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            Assert.Equal(["worker call", "round", "trial", "problem", "sweep"], Line(call).Select(span => span.OperationName));
            Assert.Contains(call.GetTagItem("reckon.pool"), (object[])[SimulatedDevice.ProposerPool, SimulatedDevice.VerifierPool]);
            Assert.Single(Line(call).Select(span => span.TraceId).Distinct());
        });

        List<Activity> Line(Activity span)
        {
            List<Activity> line = [span];
            while (spans.TryGetValue(line[^1].ParentSpanId, out var parent))
            {
                line.Add(parent);
            }

            return line;
        }
    }

    private static async Task RunAsync(string id = "some")
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator | SiloRoles.Worker);
        await new SweepRun(cluster.Grains, id).FinishAsync(SomeSweep.Submission(Problems));
    }

    [GeneratedRegex(@"^\| `(reckon\.[a-z_.]+)`", RegexOptions.Multiline)]
    private static partial Regex InTable();
}
