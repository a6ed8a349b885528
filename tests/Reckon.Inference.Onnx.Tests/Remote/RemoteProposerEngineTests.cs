using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Remote;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests.Remote;

public sealed class RemoteProposerEngineTests : IAsyncLifetime
{
    private CompletionsServer _server = null!;
    private RemoteFolder _folder = null!;

    public ValueTask InitializeAsync()
    {
        _server = new CompletionsServer(ModelFolders.Proposer);
        _folder = new RemoteFolder(ModelFolders.Proposer, _server.Url);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Draws_what_the_model_draws_here_step_by_step_and_in_whole_answers()
    {
        await using var local = Asking.Proposer();
        await using var remote = await OpenAsync();
        foreach (var problem in Asking.Problems)
        {
            var root = Asking.Root(problem);
            var steps = await AssertSameAsync(local, remote, root, 6, Extent.Step);
            await AssertSameAsync(local, remote, root, 4, Extent.Answer, first: 6);
            foreach (var (child, proposal) in steps.Index().Where(step => step.Item.Ending == Ending.Open).Take(2))
            {
                await AssertSameAsync(local, remote, Asking.After(root, child, proposal), 3, Extent.Step);
            }
        }
    }

    [Fact]
    public async Task Says_every_way_of_sampling_and_sends_ids()
    {
        await using var remote = await OpenAsync();
        await remote.Propose(Asking.Root(Asking.Problems[0]), 1, Extent.Step);

        var sent = _server.Requests.Last();
        Assert.Equal(
            ["temperature", "top_p", "top_k", "min_p", "repetition_penalty", "presence_penalty", "frequency_penalty", "stop", "model", "prompt",
                "max_tokens", "n", "seed", "logprobs", "return_token_ids", "stream", "include_stop_str_in_output", "add_special_tokens"],
            sent.AsObject().Select(field => field.Key));
        Assert.Equal("abacus", sent["model"]!.GetValue<string>());
        Assert.Equal("\n", sent["stop"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(0)] // The connection is cut.
    [InlineData(1)] // Half an answer.
    public async Task What_fails_by_chance_is_asked_again_with_the_same_seed(int status)
    {
        await using var local = Asking.Proposer();
        await using var remote = await OpenAsync();
        var first = _server.Requests.Count + 1;
        _server.Fault = (number, context) =>
        {
            if (number > first + 2)
            {
                return false;
            }

            Fail(context, status);
            return true;
        };

        await AssertSameAsync(local, remote, Asking.Root(Asking.Problems[0]), 3, Extent.Step);
        Assert.Equal(6, _server.Requests.Count - first + 1);
        Assert.Equal(3, _server.Requests.Skip(first - 1).Select(request => request["seed"]!.GetValue<long>()).Distinct().Count());
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_asked_again()
    {
        _folder.Descriptor["remote"]!["patienceSeconds"] = 1.0;
        _folder.Descriptor["remote"]!["secondsPerToken"] = 0.0;
        _folder.Write();
        await using var local = Asking.Proposer();
        await using var remote = await OpenAsync();
        var held = _server.Requests.Count + 1;
        _server.Fault = (number, _) => number == held; // Never answered.

        await AssertSameAsync(local, remote, Asking.Root(Asking.Problems[1]), 1, Extent.Step);
        Assert.Equal(held + 1, _server.Requests.Count);
    }

    [Fact]
    public async Task Who_waits_for_a_silent_server_to_open_can_give_up()
    {
        _folder.Write();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Fault = (_, _) => asked.TrySetResult() || true; // Never answered.
        using var cancel = new CancellationTokenSource();
        var opening = RemoteProposerEngine.OpenAsync(OnnxFolders.Read(_folder.Folder), new EngineOptions(), key: null, cancel.Token);
        await asked.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task What_the_server_refuses_is_not_asked_again()
    {
        await using var remote = await OpenAsync();
        var before = _server.Requests.Count;
        _server.Fault = (_, context) =>
        {
            Fail(context, 400);
            return true;
        };

        var fault = await Assert.ThrowsAsync<ModelFaultException>(() => remote.Propose(Asking.Root(Asking.Problems[0]), 1, Extent.Step));

        Assert.Contains("refuses the request (400)", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before + 1, _server.Requests.Count);
    }

    [Fact]
    public async Task Cancellation_ends_what_waits_and_what_is_under_way()
    {
        await using var remote = await OpenAsync();
        _server.Fault = (_, _) => true; // Never answered.
        using var cancel = new CancellationTokenSource();
        Assert.True(remote.TryPropose(
            new ExpandRequest(Asking.Root(Asking.Problems[0]), 0, 200, Extent.Step, Asking.Sampling), cancel.Token, out var reply));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        Assert.Equal((0, 0), (remote.Load.RowsInUse, remote.Load.Queued));
    }

    [Theory]
    [InlineData("token_ids", "'token_ids'")]
    [InlineData("usage", "as many 'token_ids' as 'usage' counts")]
    [InlineData("other", "the server runs another model")]
    public async Task A_server_whose_answers_cannot_be_used_is_refused_before_work_starts(string spoilt, string expected)
    {
        _server.Change = answer =>
        {
            var choice = answer["choices"]![0]!.AsObject();
            switch (spoilt)
            {
                case "token_ids":
                    choice.Remove("token_ids");
                    break;
                case "usage":
                    answer["usage"]!["completion_tokens"] = 7;
                    break;
                default:
                    choice["token_ids"]![0] = 9999;
                    break;
            }
        };

        var fault = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var remote = await OpenAsync();
            await remote.Propose(Asking.Root(Asking.Problems[0]), 1, Extent.Step);
        });

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url", "\"ftp://x\"", "'remote.url' to be the address of a server")]
    [InlineData("kind", "\"tgi\"", "'remote.kind' to be vllm, sglang or llama-server")]
    [InlineData("model", "null", "'remote.model' to be the model's name")]
    [InlineData("concurrency", "0", "'remote.concurrency'")]
    [InlineData("concurrency", "\"many\"", "'remote.concurrency'")]
    [InlineData("url", "\"http://user:pw@127.0.0.1:1\"", "'remote.url' to be an address without a name and a password")]
    [InlineData("patienceSeconds", "-1", "'remote.patienceSeconds' to be seconds from 0")]
    [InlineData("secondsPerToken", "\"x\"", "'remote.secondsPerToken' to be seconds from 0")]
    [InlineData("repeatable", "\"yes\"", "'remote.repeatable' to be true or false")]
    [InlineData("keyVariable", "7", "'remote.keyVariable' to be the name of an environment variable")]
    [InlineData("keyVariable", "\"\"", "'remote.keyVariable' to be the name of an environment variable")]
    [InlineData("kind", "5", "'remote.kind' to be vllm, sglang or llama-server")]
    [InlineData("concurrency", "1.5", "'remote.concurrency' to be a whole number")]
    [InlineData("url", "\"http://127.0.0.1:1?a=b\"", "'remote.url' to be the address of a server")]
    [InlineData("model", "\"a\\u0000b\"", "'remote.model' to be the model's name")]
    [InlineData("bogus", "1", "no key 'remote.bogus', but url, kind,")]
    public void Says_what_is_wrong_with_a_server(string key, string json, string expected)
    {
        _folder.Descriptor["remote"]![key] = JsonNode.Parse(json);
        _folder.Write();

        var fault = Assert.Throws<ModelLoadException>(() => OnnxFolders.Read(_folder.Folder));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", fault.Message.Replace(_folder.Folder, "", StringComparison.Ordinal), StringComparison.Ordinal); // A name by chance may hold it.
    }

    [Theory]
    [InlineData("price", """{ "currency": "USD" }""", "'remote.price' to be with 'prompt', 'generated' or both")]
    [InlineData("price", """{ "prompt": 1 }""", "'remote.price.currency' to be a name")]
    [InlineData("price", """{ "currency": "USD", "generated": -1 }""", "'remote.price.generated' to be a price")]
    [InlineData("price", """{ "currency": "USD", "prompt": "1" }""", "'remote.price.prompt' to be a price")]
    [InlineData("same", """{ "version": "1", "sha256": "00" }""", "'remote.same.sha256' to be as 'reckon model check' prints it")]
    public void Says_what_is_wrong_with_prices_and_with_what_is_the_same(string key, string json, string expected)
    {
        _folder.Descriptor["remote"]![key] = JsonNode.Parse(json);
        _folder.Write();

        Assert.Contains(expected, Assert.Throws<ModelLoadException>(() => OnnxFolders.Read(_folder.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_runs_the_model_of_another_folder_has_its_identity()
    {
        var here = ModelFolder.Read(ModelFolders.Proposer).Descriptor.Card;
        _folder.Says(here);

        var there = OnnxFolders.Read(_folder.Folder).Descriptor.Card;

        Assert.Equal(here with { IsRepeatable = false }, there);
    }

    [Fact]
    public void Prices_are_read()
    {
        _folder.Descriptor["remote"]!["price"] = JsonNode.Parse("""{ "currency": "EUR", "prompt": 0.5, "generated": 2 }""");
        _folder.Write();

        var price = OnnxFolders.Read(_folder.Folder).Remote!.Price!;

        Assert.Equal(("EUR", 0.5, 0.5, 2.0), (price.Currency, price.Prompt, price.Cached, price.Generated));
    }

    [Theory]
    [InlineData(401, "Set the environment variable that 'remote.keyVariable' names")]
    [InlineData(404, "Correct 'remote.url', 'remote.kind' or 'remote.model'")]
    [InlineData(422, "Do as the server says")]
    public async Task What_is_refused_says_where_and_what_to_do(int status, string remedy)
    {
        _server.Fault = (_, context) => Fail(context, status);

        var fault = await Assert.ThrowsAsync<ModelLoadException>(OpenAsync);

        Assert.Contains(_server.Url, fault.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_choices_than_were_asked_for_are_refused()
    {
        await using var remote = await OpenAsync();
        _server.Change = answer => answer["choices"]!.AsArray().Add(answer["choices"]![0]!.DeepClone());

        var fault = await Assert.ThrowsAsync<ModelFaultException>(() => remote.Propose(Asking.Root(Asking.Problems[0]), 1, Extent.Step));

        Assert.Contains("a list 'choices' of one", fault.Message, StringComparison.Ordinal);
        Assert.Contains(_server.Url, fault.Message, StringComparison.Ordinal);
    }

    private async Task<RemoteProposerEngine> OpenAsync() =>
        await RemoteProposerEngine.OpenAsync(OnnxFolders.Read(_folder.Folder, ModelRole.Proposer), new EngineOptions(), key: null);

    private static async Task<ImmutableArray<Proposal>> AssertSameAsync(
        IProposerEngine local, IProposerEngine remote, Prefix prefix, int count, Extent extent, int first = 0)
    {
        var here = await local.Propose(prefix, count, extent, first);
        var there = await remote.Propose(prefix, count, extent, first);
        Assert.Equal(here.Proposals.Select(Asking.Print), there.Proposals.Select(Asking.Print));
        return here.Proposals;
    }

    internal static bool Fail(HttpListenerContext context, int status)
    {
        switch (status)
        {
            case 0:
                context.Response.Abort();
                break;
            case 1:
                context.Response.OutputStream.Write("""{ "choices": [ { "tok"""u8);
                context.Response.Close();
                break;
            default:
                context.Response.StatusCode = status;
                context.Response.Close();
                break;
        }

        return true;
    }
}
