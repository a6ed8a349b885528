using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Gets the whole row of logits after a step that gave only the largest. This may need a run, which waits for its turn on the device and
/// counts as time in the model. The last row is remembered until the next step, for all children that share it.
/// </summary>
internal sealed class WholeRows(ITopLogitsModel model, EngineCounters counters, DeviceSeat seat)
{
    private float[] _row = [];
    private int? _slot; // Of the row that is remembered.

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

    /// <summary>Forgets the row: a step has changed all rows.</summary>
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
