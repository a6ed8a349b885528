using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reckon.Contracts.Problems;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Problems;

/// <summary>An assignment, read: the trials of one problem and how to run them.</summary>
internal sealed class TrialPlan
{
    private readonly ProblemAssignment _assignment;
    private readonly SweepSpec _spec;
    private readonly IGrader _grader;
    private readonly string _nodeKeyBeginning;

    public TrialPlan(ProblemAssignment assignment, StrategyRegistry strategies)
    {
        _assignment = assignment;
        _spec = SweepDocument.Read(assignment.Spec, strategies);
        _grader = Graders.For(AnswerDocument.Read(assignment.Answers));
        Trials = _spec.Trials();
        _nodeKeyBeginning = NodeKeyBeginning();
    }

    /// <summary>The problem's trials; a trial's number is its place here.</summary>
    public ImmutableArray<TrialSpec> Trials { get; }

    /// <summary>
    /// Trial numbers in the order in which they are best run: largest first, for what a large search draws serves the
    /// smaller ones for nothing.
    /// </summary>
    public IEnumerable<int> Order => Enumerable.Range(0, Trials.Length).OrderByDescending(trial => Trials[trial].Strategy.N);

    /// <summary>The search that is trial number <paramref name="trial"/>.</summary>
    public SearchTask TaskOf(int trial) => _spec.TaskFor(_assignment.Problem, Trials[trial]) with
    {
        PromptOverheadTokens = _assignment.PromptOverheadTokens,
        Owner = _assignment.SweepId,
    };

    /// <summary>The outcome of trial number <paramref name="trial"/>, as a document.</summary>
    public string Judge(int trial, SearchResult result) =>
        OutcomeJson.Write(TrialJudge.Judge(_assignment.Problem, Trials[trial], result, _spec, _grader));

    /// <summary>
    /// The key of the search node at the end of <paramref name="prefix"/>. It holds all that decides the node's children,
    /// so sweeps that agree on that share them.
    /// </summary>
    public string NodeKey(Prefix prefix) => NodeKey(prefix.Seed, prefix.Path);

    /// <summary>The key of the node whose child <paramref name="prefix"/> ends in; null for the root.</summary>
    public string? ParentKey(Prefix prefix) => prefix.Path.IsEmpty ? null : NodeKey(prefix.Seed, prefix.Path[..^1]);

    private string NodeKey(long seed, ImmutableArray<int> path) =>
        string.Create(CultureInfo.InvariantCulture, $"{_nodeKeyBeginning}/{seed}/{string.Join('.', path)}");

    private string NodeKeyBeginning()
    {
        var context = string.Join('\n', SweepHash.ResultsVersion, _assignment.Problem.Question, _assignment.ProposerPool, _assignment.VerifierPool, JsonSerializer.Serialize(_spec.Sampling));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context)).AsSpan(0, 8));
        return $"{_assignment.Problem.Id}/{hash}";
    }
}
