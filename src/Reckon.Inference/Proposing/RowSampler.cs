using System.Runtime.InteropServices;
using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Proposing;

/// <summary>Samples the next tokens of rows. Moves no slot. Used by one thread.</summary>
internal sealed class RowSampler(ProposerModel parts, EngineCounters counters)
{
    private readonly TokenSampler _sampler = new(parts.Rules.Candidates);
    private readonly List<(SampledToken Token, Sibling Sibling)> _sampled = [];
    private readonly List<SampledBranch> _branches = [];
    private double[] _uniforms = [];
    private SampledToken[] _drawn = [];

    /// <summary>
    /// Samples the next token of each child that writes <paramref name="continuation"/>, and adds it to the text. Returns one text where
    /// all sampled the same token, else one for each token, the given one last. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<SampledBranch> Sample(Continuation continuation, LogitRow logits)
    {
        var siblings = continuation.Siblings;
        (_uniforms, _drawn) = siblings.Length > _uniforms.Length ? (new double[siblings.Length], new SampledToken[siblings.Length]) : (_uniforms, _drawn);
        var uniforms = _uniforms.AsSpan(0, siblings.Length);
        for (var i = 0; i < siblings.Length; i++)
        {
            uniforms[i] = continuation.UniformOf(siblings[i]);
        }

        _sampler.SampleAll(logits, continuation.Sampling, continuation.Path, uniforms, _drawn, continuation.TakenShares);
        _sampled.Clear();
        _sampled.AddRange(siblings.Select((sibling, i) => (_drawn[i], sibling)));

        counters.Generated(_sampled.Count);
        _branches.Clear();
        Branch(continuation);
        return CollectionsMarshal.AsSpan(_branches);
    }

    private void Branch(Continuation continuation)
    {
        var first = _sampled[0].Token;
        if (_sampled.TrueForAll(sampled => sampled.Token.Id == first.Id))
        {
            Accept(continuation, first);
            return;
        }

        var groups = _sampled.GroupBy(sampled => sampled.Token.Id).ToArray();
        foreach (var group in groups.Skip(1))
        {
            Accept(continuation.Branch([.. group.Select(sampled => sampled.Sibling)]), group.First().Token);
        }

        continuation.LeaveTo([.. groups[0].Select(sampled => sampled.Sibling)]); // Last, when all others have copied it.
        Accept(continuation, first);
    }

    private void Accept(Continuation continuation, SampledToken token) =>
        _branches.Add(new SampledBranch(continuation, token.Id, continuation.Accept(token)));
}
