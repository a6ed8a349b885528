using System.Collections.Immutable;
using Reckon.Search.Costs;
using Reckon.Search.Randomness;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running.Asynchronous;

/// <summary>A random strategy on a random tree with a random budget, and a random order in which its draws come.</summary>
internal sealed class RandomCase
{
    private static readonly Aggregation[] _rankings = Enum.GetValues<Aggregation>();

    private readonly Random _random;

    public RandomCase(StrategyDefinition definition, int seed, bool hasBudget)
    {
        _random = new Random(seed);
        Search = new SimulatedSearch
        {
            FinishChances = [0, .. Enumerable.Range(0, 3).Select(_ => _random.NextDouble() / 2)],
            TruncationChance = _random.Next(3) == 0 ? _random.NextDouble() / 2 : 0,
            ScoreParts = _random.Next(3) switch { 0 => 1 + _random.Next(4), _ => 0 },
            VerifierTokensPerToken = 1 + _random.Next(3),
        };
        Task = Some.Task(Strategy(definition), seed) with { Price = Search.Price };
        Budget = hasBudget ? RandomBudget() : Budget.Unlimited;
    }

    public SimulatedSearch Search { get; }

    public SearchTask Task { get; }

    public Budget Budget { get; }

    /// <summary>The search, asynchronous: its end, its account and how much was drawn early.</summary>
    public async Task<(SearchResult Result, BudgetLedger Ledger, int Early)> RunAsync()
    {
        using var held = HeldSearch.Start(Search, Task with { IsAsynchronous = true }, Budget);
        var isStarved = _random.Next(3) == 0; // One draw comes last, as long as there are others: what can run ahead, does.
        while (held.Held is { Count: > 0 and var count })
        {
            held.Answer(held.Held[isStarved && count > 1 ? 1 + _random.Next(count - 1) : _random.Next(count)]);
        }

        return (await held.EndAsync(), held.Ledger, held.Early);
    }

    private ISearchStrategy Strategy(StrategyDefinition definition)
    {
        var width = _random.Next(1, 5);
        var n = width * _random.Next(1, 14) + _random.Next(3);
        List<KeyValuePair<string, ParameterValue>> values = [new("n", n), new("maxRounds", _random.Next(1, 9))];
        foreach (var parameter in definition.Parameters)
        {
            switch (parameter.Name)
            {
                case "width":
                    values.Add(new("width", width));
                    break;
                case "subtrees":
                    values.Add(new("subtrees", _random.Next(1, Math.Min(n, 6) + 1)));
                    break;
            }
        }

        return definition.Create(new StrategyContext(
            definition.Bind(values), _rankings[_random.Next(_rankings.Length)], RandomKey.Root(1, "p").Chance, new AnswersByText()));
    }

    private Budget RandomBudget()
    {
        var whole = 200 * Task.Strategy.Generations * Math.Exp((_random.NextDouble() * 4) - 2);
        return new Budget(
            _random.Next(3) == 0 ? _random.Next(1, 2 * Task.Strategy.Generations) : null,
            _random.Next(2) == 0 ? 1 + (long)whole : null,
            _random.Next(2) == 0 ? 2_000 * whole : null);
    }
}
