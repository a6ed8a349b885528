using Reckon.Inference.Engines;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Inference.Tests.Proposing;

public sealed class ProposerEngineTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 64)]
    [InlineData(3, 1)]
    [InlineData(64, 32)]
    public async Task Draws_the_same_whatever_its_sizes(int maxRows, int maxParked)
    {
        await using var reference = Some.Engine(new EngineOptions());
        await using var engine = Some.Engine(new EngineOptions { MaxRows = maxRows, MaxParkedRows = maxParked });

        var expected = await DrawAll(reference);

        Assert.Equal(expected, await DrawAll(engine));
    }

    [Fact]
    public async Task Draws_an_answer_as_the_path_of_first_children_step_by_step()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var answers = (await engine.Propose(Some.Answers(12))).Proposals;
        foreach (var (child, answer) in answers.Index())
        {
            var (prefix, index) = (Some.Prefix(), child);
            foreach (var step in answer.Steps)
            {
                var proposal = (await engine.Propose(new ExpandRequest(prefix, index, 1, Extent.Step, Some.Sampling))).Proposals[0];
                Assert.Equal(step, Assert.Single(proposal.Steps));
                prefix = prefix with { Path = prefix.Path.Add(index), Steps = prefix.Steps.Add(step) };
                index = 0;
            }

            Assert.Equal(Ending.Finished, answer.Ending);
        }
    }

    [Fact]
    public async Task Never_runs_more_rows_than_it_may_and_no_finished_ones()
    {
        var options = new EngineOptions { MaxRows = 5, MaxParkedRows = 28 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);

        var replies = await Task.WhenAll(Enumerable.Range(1, 4).Select(problem => engine.Propose(Some.Answers(7, problem))));

        var metrics = engine.Metrics;
        var tokens = replies.SelectMany(reply => reply.Proposals).Sum(proposal => proposal.Steps.Sum(step => step.Tokens.Length));
        Assert.Equal(5, model.LongestBatch);
        Assert.Equal(tokens, metrics.GeneratedTokens);
        Assert.Equal(replies.Sum(DistinctTexts), metrics.DecodedRows); // What children have in common is read once.
        Assert.Equal(replies.Sum(reply => reply.PromptTokens), metrics.PrefilledTokens);
    }

    // Of all that was read to draw after it: a child's last token is not, and its first comes from the prompt's logits.
    private static int DistinctTexts(ProposeReply reply) => reply.Proposals
        .Select(proposal => proposal.Steps.SelectMany(step => step.Tokens).ToArray())
        .SelectMany(tokens => Enumerable.Range(1, tokens.Length - 1).Select(length => string.Join(' ', tokens[..length])))
        .Distinct().Count();

    [Fact]
    public async Task Counts_tokens_that_are_read_again()
    {
        await using var engine = Some.Engine(new EngineOptions { MaxKeptTokens = 0 });
        var step = (await engine.Propose(new ExpandRequest(Some.Prefix(), 0, 1, Extent.Step, Some.Sampling))).Proposals[0].Steps[0];
        var prefix = Some.Prefix() with { Path = [0], Steps = [step] };

        await engine.Propose(new ExpandRequest(prefix, 0, 4, Extent.Step, Some.Sampling));

        Assert.Equal(step.Tokens.Length, engine.Metrics.ReplayedTokens); // Once for all four children.
    }

    [Fact]
    public async Task Refuses_what_finds_no_room_and_accepts_it_later()
    {
        var options = new EngineOptions { MaxRows = 1, MaxQueuedChildren = 3 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        model.Gate();
        var running = engine.Propose(Some.Answers(1));
        await model.ArrivedAsync();

        Assert.True(engine.TryPropose(Some.Answers(3), CancellationToken.None, out var waiting));
        Assert.False(engine.TryPropose(Some.Answers(1), CancellationToken.None, out _));
        Assert.Equal(new EngineLoad(MaxRows: 1, RowsInUse: 1, Queued: 3, QueueLimit: 3), engine.Load with { RowsInUse = 1 });

        model.Open();
        await Task.WhenAll(running, waiting);
        Assert.Equal(4, (await engine.Propose(Some.Answers(4))).Proposals.Length); // More than the limit, when nothing waits.
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Reads_a_prompt_once_for_all_children_however_few_rows_there_are()
    {
        var options = new EngineOptions { MaxRows = 2 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        model.Gate();
        var first = engine.Propose(Some.Answers(1));
        await model.ArrivedAsync();
        var many = engine.Propose(Some.Answers(8, problem: 2));
        var last = engine.Propose(Some.Answers(1, problem: 3));

        model.Open();
        await Task.WhenAll(first, many, last);

        Assert.Equal(3, model.Log.Count(run => run == "prefill"));
        Assert.Equal(10, engine.Metrics.StartedChildren);
    }

    [Fact]
    public async Task Frees_the_rows_of_a_cancelled_request()
    {
        var options = new EngineOptions { MaxRows = 2, MaxParkedRows = 1 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        using var cancellation = new CancellationTokenSource();
        model.Gate();
        var cancelled = engine.ProposeUntil(Some.Answers(64), cancellation.Token);
        await model.ArrivedAsync();
        var queued = engine.ProposeUntil(Some.Answers(5), cancellation.Token);
        var other = engine.Propose(Some.Answers(2, problem: 2));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        var generated = engine.Metrics.GeneratedTokens;
        model.Open();
        var tokens = (await other).Proposals.Sum(proposal => proposal.Steps.Sum(step => step.Tokens.Length));
        await engine.Propose(Some.Answers(1, problem: 3));
        Assert.Equal(0, engine.Load.Queued);
        // The first tokens of the 64 children may have been drawn before the gate.
        Assert.InRange(engine.Metrics.GeneratedTokens - generated, tokens, tokens + 64 + 64);
    }

    [Fact]
    public async Task Lives_through_a_device_that_is_lost_between_steps()
    {
        var options = new EngineOptions { MaxRows = 2 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        model.BreaksAtMoves = true;

        await Assert.ThrowsAsync<ModelFaultException>(() => engine.Propose(Some.Answers(5)));
        await Assert.ThrowsAsync<ModelFaultException>(() => engine.Propose(Some.Answers(5)));

        model.BreaksAtMoves = false;
        Assert.Equal(5, (await engine.Propose(Some.Answers(5))).Proposals.Length);
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Fails_only_the_request_whose_row_has_no_numbers()
    {
        var options = new EngineOptions { MaxRows = 4 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        model.Gate();
        var requests = Enumerable.Range(1, 4).Select(problem => engine.Propose(Some.Answers(1, problem))).ToArray();
        await model.ArrivedAsync();
        model.Release(1); // The first step may have begun before all were there; the second has all four.
        await model.ArrivedAsync();
        model.NextNaNRow = 0;
        model.Open();

        await Task.WhenAll(requests.Select(request => request.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(3, requests.Count(request => request.IsCompletedSuccessfully));
        Assert.IsType<InvalidLogitsException>(Assert.Single(requests, request => request.IsFaulted).Exception!.InnerException);
    }

    [Fact]
    public async Task Fails_only_the_request_whose_prompt_is_too_long()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var problem = Some.Problem() with { Question = new string('x', Some.ContextTokens) };
        var request = Some.Answers(2) with { Prefix = Some.Prefix() with { Problem = problem } };

        var fault = await Assert.ThrowsAsync<TextTooLongException>(() => engine.Propose(request));

        Assert.Contains("'p1'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Some.ContextTokens, fault.LimitTokens);
        Assert.Equal(2, (await engine.Propose(Some.Answers(2))).Proposals.Length);
        Assert.Equal(0, engine.Load.Queued);
    }

    [Fact]
    public async Task Refuses_a_request_that_could_spoil_the_batch()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var alien = Some.Prefix() with { Path = [0], Steps = [new Step("", [100_000], 0)] };

        Assert.Throws<ArgumentException>(() => Ask(Some.Answers(1) with { Prefix = alien }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask(Some.Answers(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask(Some.Answers(int.MaxValue)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ask(Some.Answers(2) with { FirstChild = int.MaxValue - 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Ask(Some.Answers(1) with { Sampling = Some.Sampling with { Temperature = double.NaN } }));
        Assert.Equal(0, engine.Load.Queued);

        bool Ask(ExpandRequest request) => engine.TryPropose(request, TestContext.Current.CancellationToken, out _);
    }

    [Fact]
    public async Task Truncates_at_the_context()
    {
        await using var engine = Some.Engine(new EngineOptions());
        var problem = Some.Problem() with { Question = new string('x', Some.ContextTokens - 10) };
        var request = Some.Answers(2) with { Prefix = Some.Prefix() with { Problem = problem } };

        var reply = await engine.Propose(request);

        Assert.All(reply.Proposals, proposal => Assert.Equal(Ending.Truncated, proposal.Ending));
        Assert.All(reply.Proposals, proposal =>
            Assert.Equal(Some.ContextTokens - reply.PromptTokens, proposal.Steps.Sum(step => step.Tokens.Length)));
    }

    [Fact]
    public async Task Answers_what_is_open_with_a_fault_when_it_is_closed()
    {
        var options = new EngineOptions { MaxRows = 1 };
        var model = Some.Model(options);
        var engine = Some.Engine(model, options);
        model.Gate();
        var running = engine.Propose(Some.Answers(1));
        var waiting = engine.Propose(Some.Answers(2));
        await model.ArrivedAsync();

        var closed = engine.DisposeAsync();
        model.Release(1);
        await closed;

        await Assert.ThrowsAsync<ObjectDisposedException>(() => running);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.Throws<ObjectDisposedException>(() => engine.TryPropose(Some.Answers(1), CancellationToken.None, out _));
        Assert.True(model.IsDisposed);
    }

    private static async Task<string> DrawAll(IProposerEngine engine)
    {
        var replies = await Task.WhenAll(Enumerable.Range(1, 6).Select(problem => engine.Propose(Some.Answers(problem * 3, problem))));
        return string.Join('\n', replies.SelectMany(reply => reply.Proposals).Select(proposal =>
            $"{proposal.Ending} {string.Join('|', proposal.Steps.Select(step => $"{step.Text} {step.LogProbability:r}"))}"));
    }
}
