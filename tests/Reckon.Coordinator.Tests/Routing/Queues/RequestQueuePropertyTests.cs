using CsCheck;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class RequestQueuePropertyTests
{
    [Fact]
    public void Whatever_happens_every_request_has_one_end_and_no_worker_gets_too_much() => QueueStep.Any.Sample(
        steps =>
        {
            var world = new QueueWorld();
            steps.ForEach(world.Do);
            world.Finish();
        },
        iter: 2_000);
}
