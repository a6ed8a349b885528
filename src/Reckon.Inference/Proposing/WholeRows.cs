namespace Reckon.Inference;

/// <summary>
/// Gives rows their logits whole, after a step that gave the largest. That may be a run like any other: it waits for its
/// turn on the device, and counts as time in the model.
/// </summary>
internal sealed class WholeRows(ITopLogitsModel model, EngineCounters counters, DeviceSeat seat)
{
    public ITopLogitsModel Model => model;

    /// <summary>The row of a slot; see <see cref="ITopLogitsModel.WholeRow"/>.</summary>
    public ReadOnlySpan<float> Of(int slot)
    {
        try
        {
            using var turn = seat.Take();
            var since = counters.Now();
            var logits = model.WholeRow(slot);
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
