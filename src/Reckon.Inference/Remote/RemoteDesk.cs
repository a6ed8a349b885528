using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>What every engine on a server has around its requests: a bounded queue, a client, figures. Safe for any number of threads.</summary>
internal sealed class RemoteDesk : IAsyncDisposable
{
    private readonly RemoteClient _client;
    private readonly RemoteEndpoint _endpoint;
    private readonly ModelCard _card;
    private readonly AdmissionLimit _limit;
    private readonly EngineInstruments _instruments;
    private readonly CancellationTokenSource _closing = new();
    private readonly RemoteBill _bill;
    private volatile bool _isHandedBack;

    /// <summary>Opens it; nothing is asked of the server yet.</summary>
    public RemoteDesk(ModelFolder folder, EngineOptions options, string? key)
    {
        _endpoint = folder.Remote ?? throw new ArgumentException("The folder names no server.", nameof(folder));
        _card = folder.Descriptor.Card;
        _limit = new AdmissionLimit(options.Validated().MaxQueuedChildren);
        _client = new RemoteClient(_endpoint, key, options.Clock);
        Counters = new EngineCounters(options.Clock);
        _bill = new RemoteBill(_card.Name, _endpoint.Price);
        _instruments = new EngineInstruments(_card, Counters.Snapshot, () => Load);
    }

    public EngineCounters Counters { get; }

    public EngineLoad Load => _client.Load is var (running, _, limit)
        ? new EngineLoad(limit, running, Math.Max(0, _limit.Waiting - running), _limit.MaxWaiting)
        : default;

    /// <summary>Whether there is room for a request of <paramref name="children"/>; if so, it is taken, and must be served.</summary>
    public bool TryAdmit(int children, object engine)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, engine);
        return !_isHandedBack && _limit.TryAdmit(children);
    }

    /// <summary>Does the work of a request that was admitted.</summary>
    /// <exception cref="ModelFaultException">The server failed; says where, what was expected, and what to do.</exception>
    public async Task<T> ServeAsync<T>(int children, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            await Task.Yield(); // Whoever asks does not wait for the encoding.
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (RemoteFault.Is(fault))
        {
            Counters.Failed();
            throw new ModelFaultException(_card.Name, RemoteFault.Of(_endpoint.Url, fault));
        }
        finally
        {
            _limit.Release(children);
        }
    }

    /// <summary>Sends a question when it is its turn.</summary>
    /// <exception cref="HandedBackException">It had not begun when the engine gave back what had not.</exception>
    public async Task<T> AskAsync<T>(RemoteQuestion<T> question, CancellationToken cancellationToken)
    {
        var arrived = Counters.Now();
        await _client.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isHandedBack)
            {
                throw new HandedBackException();
            }

            Counters.Started(arrived);
            return await _client.AskAsync(question, isFirst: false, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _client.Leave();
        }
    }

    /// <summary>Asks a first question: a server that cannot serve is refused before work starts.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="folder">The model's.</param>
    /// <param name="expected">What the server should do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ModelLoadException">The server does not answer, refuses, or does not give what is needed.</exception>
    public async Task TryOutAsync<T>(RemoteQuestion<T> question, ModelFolder folder, string expected, CancellationToken cancellationToken)
    {
        try
        {
            await _client.AskAsync(question, isFirst: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (RemoteFault.Is(fault))
        {
            var said = $"a server at {_endpoint.Url} that {expected} ({fault.Message})";
            throw new ModelLoadException(folder.Path, [new ModelFault(ModelDescriptor.FileName, said, RemoteFault.RemedyOf(fault))], fault);
        }
    }

    /// <summary>Counts what the server did, for its bill. Returns it with what it costs.</summary>
    public ServerUsage Bill(ServerUsage usage) => _bill.Add(usage);

    /// <summary>Gives back what has not begun, and admits nothing more.</summary>
    public void HandBack() => _isHandedBack = true;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _instruments.Dispose();
        _bill.Dispose();
        _client.Dispose();
        _closing.Dispose();
    }
}
