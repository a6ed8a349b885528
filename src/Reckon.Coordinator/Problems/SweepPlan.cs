using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Terms;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Strategies;

namespace Reckon.Coordinator.Problems;

/// <summary>The terms of a sweep, read: its trials and how to run and grade them.</summary>
internal sealed class SweepPlan
{
    private readonly string _drawingContext;

    public SweepPlan(SweepTerms terms, StrategyRegistry strategies)
    {
        Terms = terms;
        Spec = SweepDocument.Read(terms.Spec, strategies);
        Answers = AnswerDocument.Read(terms.Answers);
        Trials = Spec.Trials();
        Order = [.. Enumerable.Range(0, Trials.Length).OrderByDescending(trial => Trials[trial].Strategy.N)];
        Judging = terms.VerifierPool is { } pool ? new Judging(pool, JudgingVersion.Current) : null;
        _drawingContext = string.Join('\n', DrawingVersion.Current, terms.ProposerPool, JsonSerializer.Serialize(Spec.Sampling));
    }

    /// <summary>The terms.</summary>
    public SweepTerms Terms { get; }

    /// <summary>The sweep.</summary>
    public SweepSpec Spec { get; }

    /// <summary>How answers are found and compared.</summary>
    public AnswerFormat Answers { get; }

    /// <summary>The trials of each problem; a trial's number is its place here.</summary>
    public ImmutableArray<TrialSpec> Trials { get; }

    /// <summary>
    /// Trial numbers in the order in which they run: largest first, because what a large search draws serves the
    /// smaller ones at no cost.
    /// </summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>The verifier and its version; null where nothing is judged.</summary>
    public Judging? Judging { get; }

    /// <summary>
    /// The beginning of the keys of all search nodes of <paramref name="problem"/>. It holds all that decides what is drawn, and nothing
    /// else: sweeps that agree on that share the nodes, whatever their verifier and grader.
    /// </summary>
    public string NodeKeyPrefix(Problem problem)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{problem.Question}\n{_drawingContext}"));
        return $"{problem.Id}/{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
