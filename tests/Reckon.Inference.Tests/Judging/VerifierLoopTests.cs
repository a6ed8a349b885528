using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Judging;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Judging;

/// <summary>The verifier's loop turn by turn, without a thread.</summary>
public sealed class VerifierLoopTests : IDisposable
{
    private static readonly StepEncoder _steps = new(new SimulatedTokenizer(), SimulatedTokenizer.Delimiter, SimulatedTokenizer.End);
    private readonly JobQueue<JudgeJob, JudgeReply> _queue = new();
    private readonly AdmissionLimit _limit = new(maxWaiting: 1_000);
    private readonly EngineCounters _counters = new(TimeProvider.System);
    private readonly GatedVerifierModel _model =
        new(new SimulatedVerifierModel(Some.Language, slots: 1, contextTokens: 512, DevicePace.Instant, blocks: 4_096));
    private readonly VerifierLoop _loop;

    public VerifierLoopTests()
        : this(isRepeatable: true)
    {
    }

    private VerifierLoopTests(bool isRepeatable)
    {
        var card = new ModelCard("v", "1", "", 1, 512, ModelRole.Verifier) { IsRepeatable = isRepeatable };
        var parts = new VerifierModel(card, _model, new SimulatedPrompt(), _steps);
        _loop = new VerifierLoop(parts, new PrefixCache<ChunkEnd>(_model.Blocks), _counters, new DeviceSeat(null, () => 0), _queue);
    }

    [Fact]
    public void Serves_sweeps_by_what_they_have_had_and_their_problems_by_turns()
    {
        var large = Enumerable.Range(0, 5).Select(i => Ask("large", problem: i, "a", "b", "c", "d")).ToArray();
        var small = Enumerable.Range(0, 4).Select(i => Ask("small", problem: 10, $"{i}")).ToArray();

        for (var turn = 0; turn < 6; turn++)
        {
            _loop.Turn();
        }

        Assert.Equal(2, large.Count(reply => reply.IsCompletedSuccessfully));
        Assert.Equal(4, small.Count(reply => reply.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Lets_go_of_a_request_that_nobody_waits_for_between_its_chunks()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = Ask("a", 1, cancellation, "a", "b", "c", "d", "e", "f");
        var next = Ask("a", 2, "a");
        _model.Reading = run =>
        {
            if (run == 3)
            {
                cancellation.Cancel();
            }
        };

        Finish();

        Assert.True(cancelled.IsCanceled);
        Assert.Single((await next).Scores);
        Assert.Equal(3 + 2, _model.Runs); // The prompt and a step of the next.
        Assert.Equal(0, _limit.Waiting);
    }

    [Fact]
    public void Makes_room_at_once_for_what_was_cancelled_while_it_waited()
    {
        using var cancellation = new CancellationTokenSource();
        Ask("a", 1, "a");
        var cancelled = Ask("a", 2, cancellation, "a", "b", "c");
        cancellation.Cancel();

        _loop.Turn();

        Assert.True(cancelled.IsCanceled);
        Assert.Equal((0, 2), (_limit.Waiting, _model.Runs));
    }

    [Fact]
    public async Task Fails_alone_whoever_gets_no_number_or_cannot_be_read()
    {
        _model.NaNToken = SimulatedTokenizer.FirstByte + 'N';
        _model.Poison = SimulatedTokenizer.FirstByte + 'P';
        var (right, expected) = (Ask("a", 1, "choose a"), Ask("a", 1, "choose a"));
        var (spoilt, poisoned) = (Ask("a", 1, "choose a", "N"), Ask("a", 1, "P", "choose a"));
        var after = Ask("a", 1, "choose a");

        Finish();

        Assert.IsType<InvalidLogitsException>(spoilt.Exception!.InnerException);
        Assert.IsType<ModelFaultException>(poisoned.Exception!.InnerException);
        var scores = (await expected).Scores[0].AsEnumerable();
        Assert.Equal(scores, (await right).Scores[0]);
        Assert.Equal(scores, (await after).Scores[0]);
        Assert.Equal(0, _limit.Waiting);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Scores_alike_with_memory_for_fewer_tokens(int mostTokens)
    {
        using var others = new VerifierLoopTests();
        var expected = others.Ask("a", 1, "choose a", "choose b");
        others.Finish();
        _model.MostTokens = mostTokens;
        var found = Ask("a", 1, "choose a", "choose b");
        Finish();

        Assert.Equal((await expected).Scores.SelectMany(scores => scores), (await found).Scores.SelectMany(scores => scores));
        Assert.True(_counters.Snapshot().MemoryShortages > 0);
    }

    [Fact]
    public async Task Fails_who_finds_no_memory_for_the_least_piece()
    {
        _model.MostTokens = 2;
        var asked = Ask("a", 1, "choose a");

        Finish();

        Assert.IsType<DeviceMemoryException>((await Assert.ThrowsAsync<ModelFaultException>(() => asked)).InnerException);
    }

    [Fact]
    public async Task Cuts_no_chunk_of_a_model_whose_bits_depend_on_the_cut()
    {
        using var others = new VerifierLoopTests(isRepeatable: false);
        others._model.MostTokens = 7; // More than a piece needs, less than the prompt has.
        var asked = others.Ask("a", 1, "choose a");

        others.Finish();

        Assert.IsType<DeviceMemoryException>((await Assert.ThrowsAsync<ModelFaultException>(() => asked)).InnerException);
        Assert.Equal(1, others._model.Runs);
    }

    [Fact]
    public void Reads_what_problems_have_in_common_once()
    {
        const int problems = 10, common = 200;
        for (var i = 0; i < problems; i++)
        {
            var problem = Some.Problem() with { Id = $"p{i}", Question = $"{new string('x', common)} {i * 7}?" };
            Ask(Some.Prefix() with { Problem = problem }, CancellationToken.None, "choose a");
        }

        Finish();

        var metrics = _counters.Snapshot();
        Assert.InRange(metrics.RestoredTokens, (problems - 1) * (common - 64), (problems - 1) * (common + 20));
        Assert.InRange(metrics.PrefilledTokens, common, common + (problems * (64 + 30)));
    }

    public void Dispose() => _model.Dispose();

    private void Finish()
    {
        while (_loop.Turn())
        {
            // Until nothing is left.
        }
    }

    private Task<JudgeReply> Ask(string owner, int problem, params string[] steps) =>
        Ask(Some.Prefix(problem) with { Owner = owner }, CancellationToken.None, steps);

    private Task<JudgeReply> Ask(string owner, int problem, CancellationTokenSource cancellation, params string[] steps) =>
        Ask(Some.Prefix(problem) with { Owner = owner }, cancellation.Token, steps);

    private Task<JudgeReply> Ask(Prefix prefix, CancellationToken cancellationToken, params string[] steps)
    {
        _limit.TryAdmit(steps.Length);
        ImmutableArray<Proposal> proposals = [.. steps.Select(step => new Proposal([new Step(step, [], 0)], Ending.Open))];
        var job = new JudgeJob(prefix, new SimulatedPrompt().Encode(prefix.Problem), [], [.. proposals.Select(_steps.Encode)], _limit);
        job.CancelWith(_queue.NoteCancellation, cancellationToken);
        _queue.Add(job);
        return job.Reply;
    }
}
