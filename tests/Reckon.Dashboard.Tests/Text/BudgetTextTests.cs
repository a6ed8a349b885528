using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Sources;
using Reckon.Dashboard.Text;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Dashboard.Tests.Text;

public sealed class BudgetTextTests
{
    private static readonly SweepState _state = new("a", "a", SweepPhase.Running) { Done = 250, Tokens = 1_500_000 };

    [Fact]
    public void Each_limit_says_what_is_spent_of_it()
    {
        var state = _state with { Budget = new SweepBudget(1_000, 6_000_000, 1e15, 7_200, 12.5, 25), WallSeconds = 1_800 };
        Assert.Equal(
            [
                "250 of 1 k trials (25.0 %)", "1.5 M of 6 M tokens (25.0 %)", "at most 1 P FLOPs", "at most 12.5 of money",
                "at most 25 billed by servers", "30 min 0 s of 2 h 0 min",
            ],
            BudgetText.Of(state));
    }

    [Fact]
    public void Where_there_is_no_budget_nothing_is_said() => Assert.Empty(BudgetText.Of(_state));
}
