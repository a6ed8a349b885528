using System.Collections.Immutable;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Estimates;

/// <summary>Predicts what a sweep costs, from the lengths of its texts and each strategy's <see cref="StrategyDefinition.Work"/>.</summary>
/// <param name="spec">The sweep.</param>
/// <param name="workload">How long its texts are.</param>
/// <param name="models">How large the models are, and what their tokens cost.</param>
public sealed class SweepEstimator(SweepSpec spec, Workload workload, ModelSizes models)
{
    private readonly ModelLengths _proposer = workload.Proposer;
    private readonly ModelLengths _verifier = workload.Verifier ?? new ModelLengths(0, 0, 0);

    /// <summary>The estimate.</summary>
    public SweepEstimate Estimate()
    {
        var works = spec.Strategies.Select(strategy => WithinBudget(WorkOf(strategy))).ToImmutableArray();
        ImmutableArray<RunEstimate> runs = [.. spec.Strategies.Zip(works, RunOf)];
        var (shared, generated) = Shared(works);
        return new SweepEstimate(
            spec.Name,
            workload.Problems,
            spec.Seeds.Length,
            runs.Sum(run => run.Trials),
            workload,
            runs,
            new TotalEstimate(
                runs.Sum(run => run.Trials * run.ProposerTokens),
                runs.Sum(run => run.Trials * run.VerifierTokens),
                runs.Sum(run => run.Trials * run.Flops))
            { Money = models.Rates.AreFree ? null : runs.Sum(run => run.Trials * run.Money!.Value) },
            runs.Sum(run => run.Trials * run.LongestTokens),
            shared,
            generated);
    }

    private RunEstimate RunOf(StrategySpec strategy, ExpectedWork work)
    {
        var (proposer, verifier) = TokensOf(work, _proposer.Answer, _verifier.Answer);
        var longest = TokensOf(WorkOf(strategy), _proposer.Longest, _verifier.Longest);
        return new RunEstimate(
            strategy.Label,
            strategy.Name,
            strategy.Values,
            (long)workload.Problems * spec.Seeds.Length,
            strategy.N,
            work.Drawn,
            proposer,
            verifier,
            Math.Min(longest.Proposer + longest.Verifier, spec.Budget.Tokens ?? double.PositiveInfinity),
            Flops(proposer, verifier))
        {
            Money = Money(proposer, work.Drawn * _proposer.Answer, verifier),
        };
    }

    // What several searches draw from the root is the beginning of one sequence of answers, so the largest of them holds the others.
    private (TotalEstimate Total, double Generated) Shared(ImmutableArray<ExpectedWork> works)
    {
        var trees = (double)workload.Problems * spec.Seeds.Length; // Searches of one problem and one seed explore one tree.
        var drawn = works.Max(work => work.FromRoot) + works.Sum(work => work.Drawn - work.FromRoot);
        var proposer = (workload.Problems * _proposer.Prompt) + (trees * works.Sum(work => work.FurtherPrompts * _proposer.Prompt))
            + (trees * (drawn + works.Sum(work => work.Reread)) * _proposer.Answer);
        var verifier = (workload.Problems * _verifier.Prompt) + (trees * drawn * _verifier.Answer);
        var generated = trees * drawn * _proposer.Answer;
        return (new TotalEstimate(proposer, verifier, Flops(proposer, verifier)) { Money = Money(proposer, generated, verifier) }, generated);
    }

    // A search that its budget ends has read its prompts, and has drawn the part of its work that the budget pays for.
    private ExpectedWork WithinBudget(ExpectedWork work)
    {
        var (proposer, verifier) = TokensOf(work, _proposer.Answer, _verifier.Answer);
        var part = Math.Min(
            PaidPart(_proposer.Prompt + _verifier.Prompt, proposer + verifier, spec.Budget.Tokens),
            PaidPart(Flops(_proposer.Prompt, _verifier.Prompt), Flops(proposer, verifier), spec.Budget.Flops));
        part = Math.Min(
            part, PaidPart(
                Money(_proposer.Prompt, 0, _verifier.Prompt) ?? 0, Money(proposer, work.Drawn * _proposer.Answer, verifier) ?? 0, spec.Budget.Money));
        return new ExpectedWork(work.Drawn * part)
        {
            FromRoot = work.FromRoot * part,
            Reread = work.Reread * part,
            FurtherPrompts = work.FurtherPrompts * part,
        };
    }

    private static double PaidPart(double prompts, double total, double? most) =>
        most is not { } limit || total <= limit ? 1 : Math.Max(0, limit - prompts) / (total - prompts);

    private (double Proposer, double Verifier) TokensOf(ExpectedWork work, double answer, double judged) => (
        (_proposer.Prompt * (1 + work.FurtherPrompts)) + ((work.Drawn + work.Reread) * answer),
        _verifier.Prompt + (work.Drawn * judged));

    private double Flops(double proposer, double verifier) => 2 * ((models.Proposer * proposer) + (models.Verifier * verifier));

    // Of the proposer's tokens, what is not drawn is read.
    private double? Money(double proposer, double generated, double verifier) =>
        models.Rates.AreFree ? null : models.Rates.Of(proposer - generated, generated, verifier);

    private ExpectedWork WorkOf(StrategySpec strategy)
    {
        var plain = new ExpectedWork(strategy.N);
        try
        {
            var work = strategy.Definition.Work(strategy.Values, Math.Max(1, workload.Steps));
            return IsPossible(work.Drawn) && IsPossible(work.FromRoot) && IsPossible(work.Reread) && IsPossible(work.FurtherPrompts)
                ? work
                : plain;
        }
        catch (Exception) when (strategy.Definition.Version is not null)
        {
            return plain; // A plugin may throw anything, and an estimate is not worth a sweep.
        }
    }

    private static bool IsPossible(double amount) => double.IsFinite(amount) && amount >= 0;
}
