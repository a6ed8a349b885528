using System.Diagnostics.Metrics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>
/// What a server did in its own count, shown to the listeners of <see cref="EngineInstruments.MeterName"/>: each request with its whole
/// prompt, whatever searches have in common. The nominal cost of a search counts each prefix once.
/// </summary>
internal sealed class RemoteBill : IDisposable
{
    private readonly Meter _meter = new(EngineInstruments.MeterName);
    private readonly Lock _lock = new();
    private readonly KeyValuePair<string, object?> _model;
    private readonly RemotePrice? _price;
    private ServerUsage _total;

    /// <param name="model">Its name: a tag on each figure.</param>
    /// <param name="price">What its tokens cost; null where nobody says.</param>
    public RemoteBill(string model, RemotePrice? price)
    {
        (_model, _price) = (new KeyValuePair<string, object?>("model", model), price);
        _meter.CreateObservableCounter("reckon.inference.billed.tokens", Tokens, "{token}", "As the server counts them, by what it did.");
        if (price is not null)
        {
            _meter.CreateObservableCounter(
                "reckon.inference.billed.money", () => new Measurement<double>(Total.Money, _model, new("currency", price.Currency)), null,
                "The server's bill, by its own count.");
        }
    }

    /// <summary>All that was added.</summary>
    public ServerUsage Total
    {
        get
        {
            lock (_lock)
            {
                return _total;
            }
        }
    }

    /// <summary>Adds a request. Returns it with what it costs; 0 where no price is known.</summary>
    public ServerUsage Add(ServerUsage usage)
    {
        var billed = usage with { Money = _price?.Of(usage) ?? 0 };
        lock (_lock)
        {
            _total += billed;
        }

        return billed;
    }

    /// <summary>Withdraws the figures.</summary>
    public void Dispose() => _meter.Dispose();

    private Measurement<long>[] Tokens()
    {
        var total = Total;
        return
        [
            new(total.Prompt - total.Cached, _model, new("source", "prompt")),
            new(total.Cached, _model, new("source", "cached")),
            new(total.Generated, _model, new("source", "generated")),
        ];
    }
}
