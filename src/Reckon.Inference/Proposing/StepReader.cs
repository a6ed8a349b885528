using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Runs decode steps. Asks the model for no more logits than the rows need for their ways of sampling. Used by one thread.
/// </summary>
internal sealed class StepReader(IModel model, int maxRows, EngineCounters counters, DeviceSeat seat)
{
    // Null for a model that hands out whole rows only.
    private readonly WholeRows? _whole = model is ITopLogitsModel { TopCount: > 0 } top ? new WholeRows(top, counters, seat) : null;
    private readonly double[] _temperatures = new double[maxRows];

    /// <summary>Reads one token into each row. Valid until the next call to the model that returns logits.</summary>
    public StepLogits Run(ReadOnlySpan<int> tokens, RowTable<ProposeRow> rows)
    {
        _whole?.Forget();
        return _whole is not null && MayUseTop(_whole.Model, tokens.Length, rows)
            ? new StepLogits(_whole.Of, _whole.Model.DecodeTop(tokens, _temperatures.AsSpan(0, tokens.Length)))
            : new StepLogits(model.Decode(tokens), model.Limits.Logits);
    }

    // Whether the largest logits may be enough for every row that samples. If one row is needed whole, all rows are handed out: that costs
    // no more. A row that replays does not count, because it samples only after its last token. It has its temperature here for that case,
    // and asks for its whole row then if it must.
    private bool MayUseTop(ITopLogitsModel top, int count, RowTable<ProposeRow> rows)
    {
        var isSampled = false;
        for (var row = 0; row < count; row++)
        {
            var sampling = rows[row].Job.Sampling;
            _temperatures[row] = sampling.Temperature > 0 ? sampling.Temperature : 1;
            if (!rows[row].IsWriting)
            {
                continue;
            }

            if (!TopLogitsSampler.MayServe(sampling, top.TopCount))
            {
                return false;
            }

            isSampled = true;
        }

        return isSampled;
    }
}
