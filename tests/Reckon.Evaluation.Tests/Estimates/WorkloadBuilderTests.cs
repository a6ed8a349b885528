using Reckon.Evaluation.Estimates;

namespace Reckon.Evaluation.Tests.Estimates;

public sealed class WorkloadBuilderTests
{
    private static readonly ProblemLengths _solved = new(10, 12, 40, 30, 4, 100);
    private static readonly ProblemLengths _open = new(20, 22, null, null, null, 64);

    [Fact]
    public void Answers_are_as_long_as_solutions() => Assert.Equal(
        new Workload(1, new ModelLengths(10, 40, 100), new ModelLengths(12, 30, 100), 4, AnswerBasis.Solutions),
        WorkloadBuilder.Build([_solved], isJudged: true, maxStepTokens: 16));

    [Fact]
    public void Without_solutions_they_are_half_as_long_as_they_may_be_and_so_are_their_steps() => Assert.Equal(
        new Workload(1, new ModelLengths(20, 32, 64), new ModelLengths(22, 32, 64), 4, AnswerBasis.HalfOfLimit),
        WorkloadBuilder.Build([_open], isJudged: true, maxStepTokens: 16));

    [Fact]
    public void Lengths_are_means_and_a_mixed_basis_is_named() => Assert.Equal(
        new Workload(2, new ModelLengths(15, 36, 82), null, 4, AnswerBasis.Mixed),
        WorkloadBuilder.Build([_solved, _open], isJudged: false, maxStepTokens: 16));

    [Fact]
    public void A_solution_longer_than_an_answer_may_be_is_cut_off() =>
        Assert.Equal(25, WorkloadBuilder.Build([_solved with { Room = 25 }], isJudged: true, maxStepTokens: 16).Proposer.Answer);
}
