using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Samples the next tokens of rows. Whatever fails here, the run for a whole row of logits among it, has moved no slot: the row's
/// request fails, and no other.
/// </summary>
internal sealed class RowSampler(ProposerModel parts, EngineCounters counters)
{
    private readonly TokenSampler _sampler = new(parts.Rules.Candidates);
    private readonly List<(SampledToken Draw, Sibling Sibling)> _sampled = [];
    private int _count;

    /// <summary>
    /// Samples the next token of each child that a row writes. Fills <paramref name="branches"/> with what was written: one text where
    /// all sampled the same token, else one for each token, the row's own last. Returns false when the request has failed.
    /// </summary>
    public bool TrySample(ProposeRow row, LogitRow logits, List<SampledBranch> branches)
    {
        branches.Clear();
        try
        {
            if (row.Continuation is null || !row.IsWriting)
            {
                row.Write(row.Continuation ?? Start(row));
            }

            Sample(row.Continuation!, logits);
            Accept(row.Continuation!, branches);
            return true;
        }
        catch (Exception fault)
        {
            row.Job.Fail(parts.Blame(fault));
            return false;
        }
    }

    /// <summary>Tokens sampled since the last time that this was asked.</summary>
    public int TakeSampled()
    {
        var sampled = _count;
        _count = 0;
        return sampled;
    }

    private Continuation Start(ProposeRow row)
    {
        var continuation = row.Job.Start(parts.Tokenizer, parts.Rules);
        counters.Began(continuation.Siblings.Length);
        return continuation;
    }

    private void Sample(Continuation continuation, LogitRow logits)
    {
        _sampled.Clear();
        foreach (var sibling in continuation.Siblings)
        {
            _sampled.Add((_sampler.Sample(logits, continuation.Sampling, continuation.Path, continuation.UniformOf(sibling)), sibling));
        }

        _count += _sampled.Count;
    }

    private void Accept(Continuation continuation, List<SampledBranch> branches)
    {
        var first = _sampled[0].Draw;
        if (_sampled.TrueForAll(sampled => sampled.Draw.Id == first.Id))
        {
            branches.Add(new SampledBranch(continuation, first.Id, continuation.Accept(first)));
            return;
        }

        var groups = _sampled.GroupBy(sampled => sampled.Draw.Id).ToArray();
        foreach (var group in groups.Skip(1))
        {
            var branch = continuation.Branch([.. group.Select(sampled => sampled.Sibling)]);
            branches.Add(new SampledBranch(branch, group.Key, branch.Accept(group.First().Draw)));
        }

        continuation.LeaveTo([.. groups[0].Select(sampled => sampled.Sibling)]); // Last, when all others have copied it.
        branches.Add(new SampledBranch(continuation, first.Id, continuation.Accept(first)));
    }
}
