using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class RetryPolicyTests
{
    private readonly RetryPolicy _policy = new(MaxAttempts: 3);

    [Theory]
    [InlineData(WorkStatus.Done)]
    [InlineData(WorkStatus.Rejected)]
    public void A_reply_and_a_rejection_are_final_whoever_still_waits(WorkStatus status)
    {
        Assert.Equal(RequestFate.Answered, _policy.FateOf(status, failures: 0, isCancelled: false));
        Assert.Equal(RequestFate.Answered, _policy.FateOf(status, failures: 0, isCancelled: true));
    }

    [Fact]
    public void A_failure_is_tried_again_until_there_were_as_many_as_allowed() => Assert.Equal(
        [RequestFate.WaitsAgain, RequestFate.WaitsAgain, RequestFate.GivenUp],
        Enumerable.Range(1, 3).Select(failures => _policy.FateOf(WorkStatus.Failed, failures, isCancelled: false)));

    [Theory]
    [InlineData(WorkStatus.Busy)]
    [InlineData(null)]
    public void A_worker_that_is_full_or_out_of_reach_is_no_failure_of_the_request(WorkStatus? status) =>
        Assert.Equal(RequestFate.WaitsAgain, _policy.FateOf(status, failures: 2, isCancelled: false));

    [Theory]
    [InlineData(WorkStatus.Busy)]
    [InlineData(WorkStatus.Failed)]
    [InlineData(null)]
    public void What_nobody_waits_for_is_not_sent_again(WorkStatus? status) =>
        Assert.Equal(RequestFate.Dropped, _policy.FateOf(status, failures: 1, isCancelled: true));
}
