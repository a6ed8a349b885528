using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>Finds what has to be drawn for a request, given what is known.</summary>
internal static class MissingDraws
{
    /// <summary>
    /// The parts: runs of children of which nothing is known, the rests of children that are known in part, and children that were drawn
    /// and not judged.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="known">What was drawn before.</param>
    /// <param name="isJudged">Whether verdicts are wanted.</param>
    /// <param name="promptTokens">Tokens of the proposer's prompt, where anything is known.</param>
    public static ImmutableArray<MissingDraw> Of(ExpandRequest request, KnownSteps known, bool isJudged, int promptTokens)
    {
        var draws = ImmutableArray.CreateBuilder<MissingDraw>();
        var taken = request.Taken;
        for (var place = 0; place < request.Count; place++)
        {
            var child = known.Find(request.Prefix.Path, request.IndexAt(place), request.Extent, isJudged);
            if (child is { } whole && IsComplete(whole, request.Extent))
            {
                taken = taken.IsEmpty ? taken : taken.Add(Differing(request, whole.Proposal));
            }
            else if (child is { } part && ChildIndex.DrawOf(request.FirstChild) != Draw.DistinctAnswers)
            {
                draws.Add(new MissingDraw(WithDrawn(Rest(request, place, part), known, promptTokens), place, part));
                taken = taken.IsEmpty ? taken : taken.Add(Differing(request, part.Proposal));
            }
            else if (WithDrawn(request with { FirstChild = request.IndexAt(place), Count = 1 }, known, promptTokens) is { Drawn: not null } unjudged)
            {
                draws.Add(new MissingDraw(unjudged, place, null));
            }
            else
            {
                place = AddRun(draws, request with { Taken = taken }, place, known);
            }
        }

        return draws.ToImmutable();
    }

    private static bool IsComplete(Branch child, Extent extent) =>
        child.Proposal.Ending != Ending.Open || child.Proposal.Steps.Length >= extent.MaxSteps;

    private static Proposal Differing(ExpandRequest request, Proposal child) =>
        ChildIndex.IsByFirstStep(request.FirstChild) ? child.First(1) : child;

    // Children that must differ are known from the first on, or not at all: what follows the run is unknown, too.
    private static int AddRun(
        ImmutableArray<MissingDraw>.Builder draws, ExpandRequest request, int first, KnownSteps known)
    {
        var end = first + 1;
        while (end < request.Count
            && (!request.Taken.IsEmpty || known.Find(request.Prefix.Path, request.IndexAt(end), request.Extent, isJudged: false) is null))
        {
            end++;
        }

        draws.Add(new MissingDraw(request with { FirstChild = request.IndexAt(first), Count = end - first }, first, null));
        return end - 1;
    }

    // The steps before the one that was cut off, of an answer that was not judged for it.
    private static ExpandRequest WithDrawn(ExpandRequest request, KnownSteps known, int promptTokens) =>
        request.Taken.IsEmpty && known.Find(request.Prefix.Path, request.FirstChild, request.Extent, isJudged: false) is { } child
        && IsComplete(child, request.Extent)
            ? request with { Drawn = new ProposeReply([child.Proposal], promptTokens) }
            : request;

    private static ExpandRequest Rest(ExpandRequest request, int place, Branch known)
    {
        var (index, steps) = (request.IndexAt(place), known.Proposal.Steps);
        var path = request.Prefix.Path.Add(index).AddRange(Enumerable.Repeat(ChildIndex.Next(index), steps.Length - 1));
        return new ExpandRequest(
            request.Prefix with
            {
                Path = path,
                Steps = [.. request.Prefix.Steps, .. steps.Select(step => step.WithoutTokenLogProbabilities())],
            },
            ChildIndex.Next(index),
            1,
            request.Extent.After(steps.Length),
            request.Sampling);
    }
}
