using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;

namespace Reckon.System.Tests.Api;

public sealed class ProblemQueryTests
{
    private static readonly ProblemView _problem = new(0, "Algebra-7", "algebra", 3, ProblemPhase.Done, 4, 0, [4, 2], 100, "");
    private static readonly ProblemQuery _all = new(null, null, null, null, null);

    [Fact]
    public void Without_a_wish_all_are_wanted() => Assert.True(_all.Matches(_problem));

    [Theory]
    [InlineData("algebra", true)]
    [InlineData("geometry", false)]
    public void A_part_of_the_id_is_enough(string text, bool isWanted) => Assert.Equal(isWanted, (_all with { Text = text }).Matches(_problem));

    [Fact]
    public void All_wishes_have_to_be_met()
    {
        Assert.True((_all with { Level = 3, Subject = "algebra", Phase = ProblemPhase.Done }).Matches(_problem));
        Assert.False((_all with { Level = 2, Subject = "algebra" }).Matches(_problem));
        Assert.False((_all with { Level = 3, Phase = ProblemPhase.Running }).Matches(_problem));
    }

    [Theory]
    [InlineData(4, 4, 0, ProblemResult.Right)]
    [InlineData(0, 0, 0, ProblemResult.Wrong)]
    [InlineData(4, 2, 0, ProblemResult.Mixed)]
    [InlineData(4, 0, 0, ProblemResult.Mixed)]
    public void A_problem_has_one_result(int one, int other, int failed, ProblemResult expected)
    {
        var problem = _problem with { Correct = [one, other], Failed = failed };

        Assert.Equal([expected], Enum.GetValues<ProblemResult>().Where(result => (_all with { Result = result }).Matches(problem)));
    }

    [Fact]
    public void A_problem_that_has_failed_may_have_answered_too() => Assert.Equal(
        [ProblemResult.Right, ProblemResult.Failed],
        Enum.GetValues<ProblemResult>().Where(result => (_all with { Result = result }).Matches(_problem with { Correct = [4, 4], Failed = 1 })));

    [Fact]
    public void A_problem_without_an_answer_is_neither_right_nor_wrong() => Assert.All(
        Enum.GetValues<ProblemResult>(),
        result => Assert.False((_all with { Result = result }).Matches(_problem with { Done = 0, Correct = [0, 0] })));
}
