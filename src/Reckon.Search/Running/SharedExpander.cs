using System.Collections.Immutable;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// Asks for what no search of the same problem has had drawn and judged before, and for no more. Serves one problem, and one search at a
/// time.
/// </summary>
/// <param name="inner">Draws and judges.</param>
/// <param name="isJudged">Whether it judges.</param>
public sealed class SharedExpander(INodeExpander inner, bool isJudged) : INodeExpander
{
    private readonly Dictionary<long, KnownSteps> _known = [];
    private readonly Dictionary<string, TokenCost> _prompts = [];

    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(request.Prefix.Seed, out var known))
        {
            _known[request.Prefix.Seed] = known = new KnownSteps();
        }

        var missing = MissingDraws.Of(request, known, isJudged, (int)_prompts.GetValueOrDefault(KeyOf(request)).Prompt);
        var replies = await Task.WhenAll(missing.Select(draw => inner.ExpandAsync(draw.Request, cancellationToken)));
        foreach (var (draw, reply) in missing.Zip(replies))
        {
            known.Add(draw.Request, reply.Branches);
        }

        return new ExpandReply(Assembled(request, known, missing, replies), Prompt(request, replies));
    }

    // What was asked for now is taken as it came: where a continuation was truncated, what is known of it has verdicts that it has not.
    private ImmutableArray<Branch> Assembled(
        ExpandRequest request, KnownSteps known, ImmutableArray<MissingDraw> missing, ExpandReply[] replies)
    {
        var branches = new Branch[request.Count];
        for (var place = 0; place < request.Count; place++)
        {
            branches[place] = known.Find(request.Prefix.Path, request.IndexAt(place), request.Extent, isJudged).GetValueOrDefault();
        }

        foreach (var (draw, reply) in missing.Zip(replies))
        {
            foreach (var (offset, branch) in reply.Branches.Index())
            {
                branches[draw.Place + offset] = draw.Before is { } before ? Joined(before, branch) : branch;
            }
        }

        return [.. branches];
    }

    private static Branch Joined(Branch before, Branch after) => new(
        new Proposal([.. before.Proposal.Steps, .. after.Proposal.Steps], after.Proposal.Ending),
        before.Verdict is { } first && after.Verdict is { } second
            ? new Verdict([.. first.Scores, .. second.Scores], [.. first.Tokens, .. second.Tokens])
            : null);

    private TokenCost Prompt(ExpandRequest request, ExpandReply[] replies)
    {
        var key = KeyOf(request);
        if (replies.Length > 0)
        {
            _prompts[key] = replies[0].Prompt;
        }

        return _prompts[key];
    }

    // Prompts differ by the answers that they show.
    private static string KeyOf(ExpandRequest request)
    {
        var path = request.Prefix.Path.Add(request.FirstChild);
        var last = path.Length - 1;
        while (last >= 0 && !ChildIndex.IsRevision(path[last]))
        {
            last--;
        }

        return last < 0 ? "" : $"{request.Prefix.Seed}/{string.Join('.', path.Take(last + 1))}";
    }
}
