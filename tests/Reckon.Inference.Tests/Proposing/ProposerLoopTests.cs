using CsCheck;
using Reckon.Inference.Engines;
using Reckon.Inference.Tests.Engines;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Inference.Tests.Proposing;

/// <summary>The loop turn by turn, without a thread: what is true after each.</summary>
public sealed class ProposerLoopTests
{
    // In half of them nothing happens for which a request could fail: then all must be answered.
    private static readonly Gen<Act[]> _acts = Gen.Select(Gen.Bool, Gen.Select(
        Gen.Frequency((5, Gen.Const(Kind.Ask)), (8, Gen.Const(Kind.Turn)), (2, Gen.Const(Kind.Cancel)),
            (1, Gen.Const(Kind.Shorten)), (1, Gen.Const(Kind.Fault)), (1, Gen.Const(Kind.Spoil))),
        Gen.Int[0, 1_000],
        (kind, number) => new Act(kind, number)).Array[0, 80], (isCalm, acts) => isCalm ? [.. acts.Where(act => !MayFail(act))] : acts);

    private static readonly Gen<EngineOptions> _options = Gen.Select(
        Gen.Int[1, 5],
        Gen.Int[1, 3],
        Gen.Int[0, 300],
        Gen.Int[2, 40],
        Gen.Int[0, 2].Select(i => i * 600),
        (rows, parked, blocks, batchTokens, logits) =>
            new EngineOptions
            {
                MaxRows = rows,
                MaxParkedRows = parked,
                MaxKeptTokens = blocks,
                MaxBatchTokens = batchTokens,
                MaxKeptLogits = logits
            });

    private static readonly int[] _topCounts = [0, 1, 20, 200]; // 0: whole rows.

    // Cuts that the largest logits may decide, penalties that see the path, and texts that end a child.
    private static readonly Sampling[] _samplings =
    [
        Some.Sampling,
        Some.Sampling with { Temperature = 0.7, TopP = 0.9, Stop = ["e\nchoose d", "### 9"] },
        Some.Sampling with { TopK = 12, RepetitionPenalty = 1.05, PresencePenalty = 0.2 },
        Some.Sampling with { Temperature = 2, MinP = 0.02, FrequencyPenalty = 0.3, Stop = ["b"] },
    ];

    private enum Kind
    {
        Ask,
        Turn,
        Cancel,
        Shorten,
        Fault,
        Spoil,
    }

    [Fact]
    public async Task Answers_right_and_stays_sound_after_every_turn_whatever_comes_goes_and_fails()
    {
        var requests = await RequestsAsync();
        await using var reference = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        var expected = await Task.WhenAll(requests.Select(reference.Propose));

        Gen.Select(_options, Gen.Int[0, 3].Select(i => _topCounts[i]), _acts).Sample(
            (options, topCount, acts) =>
            {
                using var driven = new DrivenLoop(options, topCount);
                foreach (var act in acts)
                {
                    Do(act, driven, requests);
                }

                driven.Model.MostRows = driven.Model.MostTokens = int.MaxValue;
                driven.Finish();
                foreach (var (number, reply) in driven.Asked)
                {
                    Assert.True(reply.IsCompletedSuccessfully
                        || (reply.IsCompleted && acts.Any(MayFail)), $"Request {number} is {reply.Status}: {reply.Exception}");
                    Assert.True(reply.Status != TaskStatus.RanToCompletion
                        || Print(reply.Result) == Print(expected[number]), $"Request {number} was answered otherwise.");
                }

                Assert.Equal(0, driven.AdmissionLimit.Waiting);
            },
            iter: 250, threads: 1);
    }

    [Fact]
    public void Runs_what_runs_while_a_long_prompt_is_read()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 3, MaxBatchTokens = 20 });
        driven.Ask(Some.Answers(2));
        driven.Turn();
        driven.Ask(Long(question: 120));
        while (driven.Counters.Snapshot().StartedRequests < 2)
        {
            driven.Turn();
        }

        var (before, turns) = (driven.Counters.Snapshot(), 0);
        for (; driven.Model.Log.Count(run => run == "extend") < 5; turns++)
        {
            driven.Turn();
        }

        var after = driven.Counters.Snapshot();
        Assert.Equal(turns, after.DecodeSteps - before.DecodeSteps); // A step each, none of them waited.
        Assert.InRange(after.PrefilledTokens - before.PrefilledTokens, turns * 16, turns * 20);
        driven.Finish();
        Assert.All(driven.Asked, asked => Assert.True(asked.Reply.IsCompletedSuccessfully));
    }

    [Fact]
    public void Lets_go_of_a_prompt_that_nobody_waits_for_between_its_pieces()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 1, MaxBatchTokens = 10 });
        var cancellation = driven.Ask(Long(question: 200));
        driven.Turn();
        driven.Turn();

        cancellation.Cancel();
        driven.Ask(Some.Answers(1));
        driven.Finish();

        Assert.InRange(driven.Counters.Snapshot().PrefilledTokens, 20, 70); // Of more than two hundred.
        Assert.Equal([TaskStatus.Canceled, TaskStatus.RanToCompletion], driven.Asked.Select(asked => asked.Reply.Status));
        Assert.Equal(0, driven.AdmissionLimit.Waiting);
    }

    [Fact]
    public void Gives_back_the_place_of_a_request_that_is_cancelled_while_its_prompt_fails()
    {
        using var driven = new DrivenLoop(new EngineOptions());
        var cancellation = driven.Ask(Some.Answers(3));
        driven.Model.Running = _ => cancellation.Cancel();
        driven.Model.BreaksAtNextStore = true;

        driven.Turn();

        Assert.Equal(TaskStatus.Canceled, driven.Asked[0].Reply.Status);
        Assert.Equal(0, driven.AdmissionLimit.Waiting);
    }

    [Fact]
    public void Serves_sweeps_alike_whatever_they_ask_for()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 4 });
        for (var i = 0; i < 10; i++)
        {
            driven.Ask(Of("large", Some.Answers(16, problem: i)));
        }

        driven.Ask(Of("small", Some.Answers(4, problem: 20)));
        driven.Turn();
        while (!driven.Asked[^1].Reply.IsCompleted)
        {
            driven.Turn();
        }

        Assert.InRange(driven.Asked.Count(asked => asked.Reply.IsCompleted), 1, 2); // Itself, and the one that was first.
    }

    [Fact]
    public async Task Writes_what_children_have_in_common_in_one_row()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 8 });
        driven.Ask(Some.Answers(4));
        driven.Turn();
        Assert.Equal(["prefill"], driven.Model.Log); // All begin alike, and nothing is copied yet.

        driven.Finish();
        var texts = (await driven.Asked[0].Reply).Proposals.Select(Some.Print).Distinct().Count();
        Assert.InRange(texts, 2, 4);
        Assert.Equal(texts - 1, driven.Model.Log.Count(run => run == "fork")); // One copy for each that parts.
    }

    [Fact]
    public void Moves_no_row_while_others_wait_for_the_rows_of_those_that_are_done()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 4, MaxParkedRows = 40 });
        driven.Ask(
            Some.Answers(40) with { Sampling = Some.Sampling with { Temperature = 3, Stop = ["b"] } }); // Some are longer than others.
        driven.Finish();

        Assert.True(driven.Asked[0].Reply.IsCompletedSuccessfully);
        Assert.True(driven.Model.Log.Count(run => run == "fork") > 30, "Too few have parted.");
        Assert.InRange(driven.Model.Moves, 0, 3); // The last rows close up.
    }

    [Fact]
    public async Task Reads_again_what_a_row_had_read_that_found_no_slot_to_wait_in()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 1, MaxParkedRows = 1 });
        using var wide = new DrivenLoop(new EngineOptions { MaxRows = 40 });
        driven.Ask(Some.Answers(20));
        wide.Ask(Some.Answers(20));
        driven.Finish();
        wide.Finish();

        Assert.Equal(Print(await wide.Asked[0].Reply), Print(await driven.Asked[0].Reply));
        Assert.True(driven.Counters.Snapshot().ReplayedTokens > 0);
        Assert.Equal(0, wide.Counters.Snapshot().ReplayedTokens);
        Assert.Equal(1, driven.Model.Log.Count(run => run == "prefill")); // Its prompt was kept.
    }

    [Fact]
    public async Task Draws_any_number_of_children_that_end_with_their_first_token()
    {
        const int children = 30_000; // Far more than calls may be nested.
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 2 });
        driven.Ask(Some.Answers(children) with { Sampling = Some.Sampling with { MaxAnswerTokens = 1 } });
        driven.Finish();

        Assert.Equal(children, (await driven.Asked[0].Reply).Proposals.Length);
        Assert.Equal(0, driven.Counters.Snapshot().DecodeSteps);
    }

    [Fact]
    public void Makes_room_in_the_next_turn_for_what_was_cancelled_before_it_was_taken_in_or_while_it_waited()
    {
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 1 });
        driven.Ask(Some.Answers(1));
        var waiting = driven.Ask(Some.Answers(5, problem: 2));
        driven.Turn();
        Assert.Equal(5, driven.AdmissionLimit.Waiting);

        driven.Ask(Some.Answers(7, problem: 3), onItsWay: cancellation =>
        {
            cancellation.Cancel();
            driven.Turn(); // Takes notice, and finds nothing.
        });
        driven.Turn();
        Assert.Equal(5, driven.AdmissionLimit.Waiting);

        waiting.Cancel();
        driven.Turn();
        Assert.Equal(0, driven.AdmissionLimit.Waiting);
    }

    [Theory]
    [InlineData(1, false)] // A child that is done.
    [InlineData(int.MaxValue, true)] // A prefix that was read step by step.
    public async Task Fails_alone_whose_step_cannot_be_copied_into_the_prefix_cache(int steps, bool isBehindStep)
    {
        await using var plain = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        using var driven = new DrivenLoop(new EngineOptions());
        var requests = await Task.WhenAll(Enumerable.Range(1, 3).Select(async problem =>
        {
            var root = Some.Prefix(problem);
            var step = (await plain.Propose(new ExpandRequest(root, 0, 1, Extent.Step, Some.Sampling))).Proposals[0].Steps[0];
            return new ExpandRequest(isBehindStep ? root with { Path = [0], Steps = [step] } : root, 0, 2, new Extent(steps), Some.Sampling);
        }));
        requests.ToList().ForEach(request => driven.Ask(request));
        driven.Turn(); // Their prompts are cached.

        driven.Model.BreaksAtNextStore = true;
        driven.Finish();

        Assert.IsType<ModelFaultException>(Assert.Single(driven.Asked, asked => asked.Reply.IsFaulted).Reply.Exception!.InnerException);
        foreach (var ((_, reply), request) in driven.Asked.Zip(requests).Where(pair => pair.First.Reply.IsCompletedSuccessfully))
        {
            Assert.Equal(Print(await plain.Propose(request)), Print(await reply));
        }
    }

    [Fact]
    public void Fails_all_rows_when_a_slot_cannot_be_copied_back_and_serves_what_waits()
    {
        // One request leaves a row to a parked row of another, while a third runs.
        using var driven = new DrivenLoop(new EngineOptions { MaxRows = 3, MaxParkedRows = 40 });
        var leaving = driven.Ask(Some.Answers(1));
        driven.Ask(Some.Answers(1, problem: 2));
        driven.Ask(Some.Answers(40, problem: 3));
        driven.Ask(Some.Answers(1, problem: 4));
        while (!driven.Model.Log.Contains("fork"))
        {
            driven.Turn();
        }

        leaving.Cancel();
        driven.Model.BreaksAtNextFork = true;
        driven.Finish();

        Assert.Equal(
            [TaskStatus.Canceled, TaskStatus.Faulted, TaskStatus.Faulted, TaskStatus.RanToCompletion],
            driven.Asked.Select(asked => asked.Reply.Status));
    }

    private static void Do(Act act, DrivenLoop driven, ExpandRequest[] requests)
    {
        switch (act.Kind)
        {
            case Kind.Ask:
                driven.Ask(requests[act.Number % requests.Length], act.Number % requests.Length);
                break;
            case Kind.Cancel:
                driven.CancelOne(act.Number);
                break;
            case Kind.Shorten:
                (driven.Model.MostRows, driven.Model.MostTokens) = (1 + (act.Number % 4), 3 + (act.Number % 30));
                break;
            case Kind.Fault:
                driven.Model.NextFault = new InvalidOperationException("Lost.");
                break;
            case Kind.Spoil:
                driven.Model.NextNaNRow = 0;
                break;
            default:
                driven.Turn();
                break;
        }
    }

    // Memory that is short only delays.
    private static bool MayFail(Act act) => act.Kind is Kind.Cancel or Kind.Fault or Kind.Spoil;

    private static ExpandRequest Long(int question) =>
        Some.Answers(1) with { Prefix = Some.Prefix(9) with { Problem = Some.Problem(9) with { Question = new string('x', question) } } };

    private static ExpandRequest Of(string owner, ExpandRequest request) => request with { Prefix = request.Prefix with { Owner = owner } };

    // Steps and answers, from roots and from prefixes, of few and of many children.
    private static async Task<ExpandRequest[]> RequestsAsync()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var requests = new List<ExpandRequest>();
        for (var problem = 1; problem <= 4; problem++)
        {
            var (root, sampling) = (Some.Prefix(problem) with { Owner = $"{problem % 2}" }, _samplings[problem - 1]);
            var step = (await engine.Propose(new ExpandRequest(root, 0, 1, Extent.Step, sampling))).Proposals[0].Steps[0];
            requests.Add(new ExpandRequest(root, 0, problem, Extent.Step, sampling));
            requests.Add(new ExpandRequest(root with { Path = [0], Steps = [step] }, 0, 3, Extent.Answer, sampling));
            requests.Add(new ExpandRequest(root, 0, 5 - problem, Extent.Answer, sampling));
        }

        return [.. requests];
    }

    private static string Print(ProposeReply reply) => string.Join('\n', reply.Proposals.Select(Some.Print));

    private readonly record struct Act(Kind Kind, int Number);
}
