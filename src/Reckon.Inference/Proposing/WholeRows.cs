using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Gives rows their logits whole, after a step that gave the largest. That may be a run like any other: it waits for its
/// turn on the device, and counts as time in the model. Children that share a row ask for it once: the last row asked for is kept until
/// the next step.
/// </summary>
internal sealed class WholeRows(ITopLogitsModel model, EngineCounters counters, DeviceSeat seat)
{
    private float[] _row = [];
    private int? _slot; // Whose row it is.

    public ITopLogitsModel Model => model;

    /// <summary>The row of a slot; see <see cref="ITopLogitsModel.WholeRow"/>.</summary>
    public ReadOnlySpan<float> Of(int slot)
    {
        if (_slot != slot)
        {
            _row = Read(slot);
            _slot = slot;
        }

        return _row;
    }

    /// <summary>Forgets what was asked for: a step has changed the rows.</summary>
    public void Forget() => _slot = null;

    private float[] Read(int slot)
    {
        try
        {
            using var turn = seat.Take();
            var since = counters.Now();
            var logits = model.WholeRow(slot).ToArray();
            counters.Repeated(since);
            return logits;
        }
        catch
        {
            counters.Failed();
            throw;
        }
    }
}
