using Reckon.Search;

namespace Reckon.Inference;

/// <summary>
/// Draws the tokens of rows. Whatever fails here, the run for a whole row of logits among it, has moved no slot: the row's
/// request fails, and no other.
/// </summary>
internal sealed class RowDrawer(ProposerModel parts, EngineCounters counters)
{
    private readonly TokenSampler _sampler = new(parts.Rules.Candidates);
    private int _drawn;

    /// <summary>Keeps the logits after the row's prefix for its request's other children. Returns false when the request has failed.</summary>
    public bool TryKeep(ProposeRow row, LogitRow logits)
    {
        try
        {
            row.Job.KeepLogits(logits.Whole);
            return true;
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
            return false;
        }
    }

    /// <summary>Draws a row's next token, the first of a child if it writes none. Returns the child after its last token.</summary>
    public Proposal? Draw(ProposeRow row, LogitRow logits)
    {
        try
        {
            return DrawOne(row, row.Continuation ?? Start(row), logits);
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
            return null;
        }
    }

    /// <summary>Tokens drawn since the last time that this was asked.</summary>
    public int TakeDrawn()
    {
        var drawn = _drawn;
        _drawn = 0;
        return drawn;
    }

    private Continuation Start(ProposeRow row)
    {
        var continuation = row.Job.Start(parts.Tokenizer, parts.Rules, out var child);
        row.Write(continuation, child);
        counters.Began();
        return continuation;
    }

    private Proposal? DrawOne(ProposeRow row, Continuation continuation, LogitRow logits)
    {
        var draw = _sampler.Draw(logits, continuation.Sampling, continuation.Path, continuation.NextUniform());
        _drawn++;
        row.NextToken = draw.Token;
        return continuation.Accept(draw) ? continuation.ToProposal() : null;
    }
}
