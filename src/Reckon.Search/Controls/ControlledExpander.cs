using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Search.Controls;

/// <summary>
/// Puts a control between a search and its nodes: what is drawn, and what a verifier says of it, stays what it is, and is reused; only
/// the search sees other scores.
/// </summary>
/// <param name="nodes">Draws and judges; judges nothing where the control needs no verifier.</param>
/// <param name="control">The control.</param>
/// <param name="isRight">Tells whether a whole solution, its steps joined by newlines, gives the right answer.</param>
public sealed class ControlledExpander(INodeExpander nodes, VerifierControl control, Func<string, bool> isRight) : INodeExpander
{
    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        var reply = await nodes.ExpandAsync(request, cancellationToken);
        return reply with
        {
            Branches = [.. reply.Branches.Select((branch, place) => Controlled(request.Prefix, request.IndexAt(place), branch))],
        };
    }

    private Branch Controlled(Prefix prefix, int index, Branch branch) => branch with
    {
        Verdict = ControlledVerdict.Of(
            control, prefix.Key, index, branch.Proposal, branch.Verdict, () => isRight(SolutionOf(prefix, branch.Proposal))),
    };

    private static string SolutionOf(Prefix prefix, Proposal proposal) =>
        string.Join('\n', prefix.Steps.Concat(proposal.Steps).Select(step => step.Text));
}
