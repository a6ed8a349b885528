using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Proposing;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.Tests.TokenSampling;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Proposing;

/// <summary>A proposer's loop that a test drives, on a simulated model that can be made to fail. Checked after every turn.</summary>
internal sealed class DrivenLoop : IDisposable
{
    private const int MostTurns = 20_000;
    private readonly JobQueue<ProposeJob, ProposeReply> _queue = new();
    private readonly List<CancellationTokenSource> _cancellations = [];
    private readonly ProposerModel _parts;
    private readonly ProposerLoop _loop;

    /// <param name="options">Of the loop.</param>
    /// <param name="topCount">Logits of a row that the model hands out; 0 for whole rows.</param>
    public DrivenLoop(EngineOptions options, int topCount = 0)
    {
        Model = Some.Model(options);
        var parts = SimulatedEngines.Parts(Some.Language, Model);
        _parts = topCount == 0 ? parts : parts with { Model = new TopModel(Model, topCount, [.. parts.Rules.Candidates]) };
        IPrefixCache<float[]> cache = options.MaxKeptTokens > 0
            ? new PrefixCache<float[]>(options.MaxKeptTokens)
            : new NoPrefixCache<float[]>();
        _loop = new ProposerLoop(_parts, options, cache, Counters, new DeviceSeat(null, () => 0), _queue);
    }

    public GatedModel Model { get; }

    public EngineCounters Counters { get; } = new(TimeProvider.System);

    public AdmissionLimit AdmissionLimit { get; } = new(maxWaiting: 100_000);

    /// <summary>What was asked, by the number that the test gave it.</summary>
    public List<(int Number, Task<ProposeReply> Reply)> Asked { get; } = [];

    /// <param name="request">What is asked.</param>
    /// <param name="number">By which the test knows it.</param>
    /// <param name="onItsWay">Done when the request may be cancelled already, and before the loop can find it.</param>
    public CancellationTokenSource Ask(ExpandRequest request, int number = 0, Action<CancellationTokenSource>? onItsWay = null)
    {
        AdmissionLimit.TryAdmit(request.Count);
        var job = new ProposeJob(request, _parts.Prompt.Encode(request.Prefix.Problem), Some.ContextTokens, AdmissionLimit);
        var cancellation = new CancellationTokenSource();
        _cancellations.Add(cancellation);
        job.CancelWith(_queue.NoteCancellation, cancellation.Token);
        Asked.Add((number, job.Reply));
        onItsWay?.Invoke(cancellation);
        _queue.Add(job);
        return cancellation;
    }

    public void CancelOne(int number)
    {
        if (_cancellations.Count > 0)
        {
            _cancellations[number % _cancellations.Count].Cancel();
        }
    }

    /// <summary>Runs one turn and returns whether there is more to do.</summary>
    public bool Turn()
    {
        var hasMore = _loop.Turn();
        _loop.CheckIntegrity();
        return hasMore;
    }

    public void Finish()
    {
        for (var turn = 0; Turn(); turn++)
        {
            Assert.True(turn < MostTurns, "It never ends.");
        }
    }

    public void Dispose()
    {
        _loop.Close();
        _cancellations.ForEach(cancellation => cancellation.Dispose());
    }
}
