using Reckon.Inference.Drawing;
using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Draws the tokens of rows. Whatever fails here, the run for a whole row of logits among it, has moved no slot: the row's
/// request fails, and no other.
/// </summary>
internal sealed class RowDrawer(ProposerModel parts, EngineCounters counters)
{
    private readonly TokenSampler _sampler = new(parts.Rules.Candidates);
    private readonly List<(TokenDraw Draw, Sibling Sibling)> _draws = [];
    private int _drawn;

    /// <summary>
    /// Draws the next token of each child that a row writes. Fills <paramref name="branches"/> with what was written: one text where all
    /// drew the same token, else one for each token, the row's own last. Returns false when the request has failed.
    /// </summary>
    public bool TryDraw(ProposeRow row, LogitRow logits, List<DrawnBranch> branches)
    {
        branches.Clear();
        try
        {
            if (row.Continuation is null || !row.IsWriting)
            {
                row.Write(row.Continuation ?? Start(row));
            }

            Draw(row.Continuation!, logits);
            Accept(row.Continuation!, branches);
            return true;
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
            return false;
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
        var continuation = row.Job.Start(parts.Tokenizer, parts.Rules);
        counters.Began(continuation.Siblings.Length);
        return continuation;
    }

    private void Draw(Continuation continuation, LogitRow logits)
    {
        _draws.Clear();
        foreach (var sibling in continuation.Siblings)
        {
            _draws.Add((_sampler.Draw(logits, continuation.Sampling, continuation.Path, continuation.UniformOf(sibling)), sibling));
        }

        _drawn += _draws.Count;
    }

    private void Accept(Continuation continuation, List<DrawnBranch> branches)
    {
        var first = _draws[0].Draw;
        if (_draws.TrueForAll(drawn => drawn.Draw.Token == first.Token))
        {
            branches.Add(new DrawnBranch(continuation, first.Token, continuation.Accept(first)));
            return;
        }

        var groups = _draws.GroupBy(drawn => drawn.Draw.Token).ToArray();
        foreach (var group in groups.Skip(1))
        {
            var branch = continuation.Branch([.. group.Select(drawn => drawn.Sibling)]);
            branches.Add(new DrawnBranch(branch, group.Key, branch.Accept(group.First().Draw)));
        }

        continuation.LeaveTo([.. groups[0].Select(drawn => drawn.Sibling)]); // Last, when all others have copied it.
        branches.Add(new DrawnBranch(continuation, first.Token, continuation.Accept(first)));
    }
}
