using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>Runs decode steps, and asks for no more of the logits than the rows' ways to draw need. Used by one thread.</summary>
internal sealed class StepReader(IModel model, int maxRows, EngineCounters counters, DeviceSeat seat)
{
    private readonly WholeRows? _cutting = model is ITopLogitsModel { TopCount: > 0 } cutting ? new WholeRows(cutting, counters, seat) : null;
    private readonly double[] _temperatures = new double[maxRows];

    /// <summary>Reads one token into each row. Valid until the next call to the model that returns logits.</summary>
    public StepLogits Run(ReadOnlySpan<int> tokens, RowTable<ProposeRow> rows)
    {
        _cutting?.Forget();
        return _cutting is not null && MayDoWithTop(_cutting.Model, tokens.Length, rows)
            ? new StepLogits(_cutting.Of, _cutting.Model.DecodeTop(tokens, _temperatures.AsSpan(0, tokens.Length)))
            : new StepLogits(model.Decode(tokens), model.Limits.Logits);
    }

    // One row that needs all makes the others cheap: they are carried together. Rows that read a prefix draw nothing but after
    // its last token. That one they draw in their own way like the others, so the sums must be for their temperature; where the
    // largest logits are not enough for it, they ask for the whole row then.
    private bool MayDoWithTop(ITopLogitsModel cutting, int count, RowTable<ProposeRow> rows)
    {
        var isDrawn = false;
        for (var row = 0; row < count; row++)
        {
            var sampling = rows[row].Job.Sampling;
            _temperatures[row] = sampling.Temperature > 0 ? sampling.Temperature : 1;
            if (!rows[row].IsWriting)
            {
                continue;
            }

            if (!TopLogitsSampler.MayServe(sampling, cutting.TopCount))
            {
                return false;
            }

            isDrawn = true;
        }

        return isDrawn;
    }
}
