using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>The results of a small sweep with the shipped models, run once, and a dashboard on its folder.</summary>
public sealed class SmallSweep : IAsyncLifetime
{
    private const string Name = "small";

    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1);
    private DashboardProcess? _dashboard;

    /// <summary>The folder of its results.</summary>
    public string Results => _folder.File(Name);

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The address of a dashboard on its folder.</summary>
    public async Task<string> AddressAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_dashboard is null)
            {
                using var run = await ReckonProcess.RunAsync("run", _folder.Write("small.yaml", Spec(Name, problems: 30)), "--out", Results);
                Assert.Equal(0, run.ExitCode);
                _dashboard = await DashboardProcess.StartAsync("--dir", Results);
            }

            return _dashboard.Address;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _dashboard?.Dispose();
        _folder.Dispose();
        _starting.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A sweep file.</summary>
    public static string Spec(string name, int problems, int seeds = 2) => $$"""
        apiVersion: reckon/v1
        kind: Sweep
        name: {{name}}
        dataset: { path: {{RepositoryRoot.PathTo("datasets", "abacus", "test.jsonl")}}, limit: {{problems}} }
        models: { proposer: {{RepositoryRoot.PathTo("models", "abacus-proposer")}}, verifier: {{RepositoryRoot.PathTo("models", "abacus-prm")}} }
        seeds: [{{string.Join(", ", Enumerable.Range(0, seeds))}}]
        sampling: { temperature: 0.8, maxStepTokens: 64, maxAnswerTokens: 192 }
        strategies:
          - bestOfN: { n: [1, 4, 16] }
          - beam: { n: [4, 16], width: 4 }
        selections: [majority, best, weighted]
        aggregation: last
        """;
}
