using System.Diagnostics.Metrics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;

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
    private RemoteUsage _total;
    private double _money;

    /// <param name="model">Its name: a tag on each figure.</param>
    /// <param name="price">What its tokens cost; null where nobody says.</param>
    public RemoteBill(string model, RemotePrice? price)
    {
        (_model, _price) = (new KeyValuePair<string, object?>("model", model), price);
        _meter.CreateObservableCounter("reckon.inference.billed.tokens", Tokens, "{token}", "As the server counts them, by what it did.");
        if (price is not null)
        {
            _meter.CreateObservableCounter(
                "reckon.inference.billed.money", () => new Measurement<double>(Money, _model, new("currency", price.Currency)), null,
                "The server's bill, by its own count.");
        }
    }

    /// <summary>All that was added.</summary>
    public RemoteUsage Total
    {
        get
        {
            lock (_lock)
            {
                return _total;
            }
        }
    }

    /// <summary>What that costs; 0 where no price is known.</summary>
    public double Money
    {
        get
        {
            lock (_lock)
            {
                return _money;
            }
        }
    }

    /// <summary>Adds a request.</summary>
    public void Add(RemoteUsage usage)
    {
        lock (_lock)
        {
            _total = new RemoteUsage(_total.Prompt + usage.Prompt, _total.Cached + usage.Cached, _total.Generated + usage.Generated);
            _money += _price?.Of(usage) ?? 0;
        }
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
