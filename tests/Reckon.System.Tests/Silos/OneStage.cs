namespace Reckon.System.Tests.Silos;

/// <summary>A silo's lifecycle with one stage, to test one participant alone.</summary>
internal sealed class OneStage : ISiloLifecycle, IDisposable
{
    private ILifecycleObserver? _observer;

    public int HighestCompletedStage => int.MinValue;

    public int LowestStoppedStage => int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        _observer = observer;
        return this;
    }

    public Task StartAsync() => _observer!.OnStart(TestContext.Current.CancellationToken);

    public Task StopAsync() => _observer!.OnStop(TestContext.Current.CancellationToken);

    public void Dispose() => _observer = null;
}
