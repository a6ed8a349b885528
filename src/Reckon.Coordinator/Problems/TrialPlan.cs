using System.Collections.Immutable;
using System.Globalization;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Problems;
using Reckon.Evaluation.Outcomes;
using Reckon.Search.Controls;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Problems;

/// <summary>The trials of one problem and how to run them.</summary>
internal sealed class TrialPlan(ProblemAssignment assignment, SweepPlan sweep)
{
    private readonly TrialGrader _grader = new(assignment.Problem, sweep.Answers, sweep.Spec);
    private readonly string _nodeKeyPrefix = sweep.NodeKeyPrefix(assignment.Problem);

    /// <summary>Trial numbers in the order in which they run.</summary>
    public ImmutableArray<int> Order => sweep.Order;

    /// <summary>The search that is trial number <paramref name="trial"/>.</summary>
    public SearchTask TaskOf(int trial) => sweep.Spec.TaskFor(assignment.Problem, sweep.Trials[trial], _grader) with
    {
        Price = assignment.Terms.Price,
        Owner = assignment.SweepId,
        Priority = Shares,
    };

    /// <summary>How urgent the sweep is beside others; may change while searches run.</summary>
    public int Priority { get; set; } = assignment.Priority;

    /// <summary>What each search may spend.</summary>
    public Budget Budget => sweep.Spec.Budget;

    /// <summary>How large the models are.</summary>
    public ModelSizes Sizes => assignment.Terms.Price.Sizes;

    /// <summary>Trial number <paramref name="trial"/>, which <paramref name="strategy"/> planned, graded.</summary>
    public TrialResult Graded(int trial, SearchResult result, ISearchStrategy strategy) =>
        new(trial, result, _grader.Grade(sweep.Trials[trial], FinishedSearch.Of(result, strategy)));

    /// <summary>What the searches ask: <paramref name="nodes"/>, and before them the sweep's control, if it has one.</summary>
    public INodeExpander Controlled(INodeExpander nodes) =>
        sweep.Spec.Control is { } control ? new ControlledExpander(nodes, control, _grader.IsRight) : nodes;

    /// <summary>The request to the node of <paramref name="request"/>'s prefix.</summary>
    public ExpandNode MessageFor(ExpandRequest request, bool isNew) =>
        new(WithShares(request), assignment.Terms.ProposerPool, sweep.Judging, isNew) { Epoch = assignment.Epoch };

    /// <summary>The key of the search node at the end of <paramref name="prefix"/>.</summary>
    public string NodeKey(Prefix prefix) => NodeKey(prefix.Seed, prefix.Path);

    /// <summary>The key of the node whose child <paramref name="prefix"/> ends in; null for the root.</summary>
    public string? ParentKey(Prefix prefix) => prefix.Path.IsEmpty ? null : NodeKey(prefix.Seed, prefix.Path[..^1]);

    private int Shares => 1 + Priority;

    // A search that began before a change of priority knows the old one.
    private ExpandRequest WithShares(ExpandRequest request) =>
        request.Prefix.Priority == Shares ? request : request with { Prefix = request.Prefix with { Priority = Shares } };

    private string NodeKey(long seed, ImmutableArray<int> path) =>
        string.Create(CultureInfo.InvariantCulture, $"{_nodeKeyPrefix}/{seed}/{string.Join('.', path)}");
}
