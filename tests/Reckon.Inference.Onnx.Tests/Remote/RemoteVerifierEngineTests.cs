using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Tests.Users;
using Reckon.Inference.Remote;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests.Remote;

public sealed class RemoteVerifierEngineTests
{
    private static readonly Problem _problem = new("p", "Janet has 12 eggs and sells 3. How many are left?", "9", "", 0);
    private static readonly Proposal _right = Written(Ending.Finished, "Step 1: 12 - 3 = 9.", "The answer is 9.");
    private static readonly Proposal _wrong = Written(Ending.Finished, "Step 1: 12 + 3 = 15.", "The answer is 15.");

    /// <summary>Every layout that a kind of server can answer, by each of its routes; whether the server gives values only at markers.</summary>
    public static TheoryData<string, string, string, bool> Routes => new()
    {
        { "qwen2.5-math-prm", "vllm", "pooling", false },
        { "qwen2.5-math-prm", "vllm", "pooling", true },
        { "skywork-prm", "vllm", "pooling", false },
        { "math-shepherd", "vllm", "labels", false },
        { "math-shepherd", "vllm", "pooling", true },
        { "math-shepherd", "sglang", "labels", false },
        { "rlhflow-prm", "vllm", "labels", false },
        { "openr-math-psa", "vllm", "labels", false },
        { "trl-token-classification", "vllm", "pooling", false },
        { "qwen2.5-math-rm", "vllm", "pooling", false },
    };

    [Fact]
    public async Task Scores_are_those_of_the_verifier_here_bit_by_bit()
    {
        await using var server = new ScoresServer(ModelFolders.Verifier);
        using var folder = new RemoteFolder(ModelFolders.Verifier, server.Url);
        await using var local = Asking.Verifier();
        await using var remote = await OpenAsync(folder);
        await using var proposer = Asking.Proposer();
        foreach (var problem in Asking.Problems)
        {
            var root = Asking.Root(problem);
            var answers = (await proposer.Propose(root, 5, Extent.Answer)).Proposals;
            await AssertSameAsync(local, remote, root, answers);
            var steps = (await proposer.Propose(root, 4, Extent.Step)).Proposals;
            await AssertSameAsync(local, remote, root, steps);
            var after = Asking.After(root, 0, steps[0]);
            await AssertSameAsync(local, remote, after, (await proposer.Propose(after, 3, Extent.Step)).Proposals);
            await AssertSameAsync(local, remote, root, []);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_published_layout_is_scored_as_here(string layout, string kind, string route, bool isByStep)
    {
        using var tiny = VerifierLayoutTests.Folder(layout);
        var files = OnnxFolders.Read(tiny.Path, ModelRole.Verifier);
        await using var server = new ScoresServer(tiny.Path) { IsByStep = isByStep };
        using var folder = new RemoteFolder(tiny.Path, server.Url, kind);
        folder.Descriptor["remote"]!["route"] = route;
        folder.Write();
        await using var local = InferenceEngines.OpenVerifier(files, new EngineOptions { MaxRows = 1 }, new OnnxExecutionOptions());
        await using var remote = await OpenAsync(folder);

        var here = await local.Judge(Asking.Root(_problem), [_right, _wrong]);
        var there = await remote.Judge(Asking.Root(_problem), [_right, _wrong]);

        Assert.Equal(here.PromptTokens, there.PromptTokens);
        foreach (var (one, other) in here.Verdicts.Zip(there.Verdicts))
        {
            Assert.Equal(one.Tokens, other.Tokens);
            Assert.All(one.Scores.Zip(other.Scores), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }

    [Fact]
    public async Task What_siblings_have_in_common_is_asked_for_once()
    {
        using var tiny = VerifierLayoutTests.Folder("math-shepherd");
        await using var server = new ScoresServer(tiny.Path);
        using var folder = new RemoteFolder(tiny.Path, server.Url);
        await using var remote = await OpenAsync(folder);
        var before = server.Requests.Count;

        await remote.Judge(Asking.Root(_problem), [_right, _wrong, _right]);

        string[] items = [.. server.Requests.Skip(before).Select(request => $"{request["items"]!.AsArray().Count}").Order()];
        Assert.Equal(["1", "1", "2"], items); // The first steps together, and each second step after its own first.
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task What_fails_by_chance_is_asked_again(int status)
    {
        await using var server = new ScoresServer(ModelFolders.Verifier);
        using var folder = new RemoteFolder(ModelFolders.Verifier, server.Url);
        await using var remote = await OpenAsync(folder);
        await using var local = Asking.Verifier();
        await using var proposer = Asking.Proposer();
        var root = Asking.Root(Asking.Problems[0]);
        var answers = (await proposer.Propose(root, 2, Extent.Answer)).Proposals;
        var first = server.Requests.Count + 1;
        server.Fault = (number, context) => number <= first + 1 && RemoteProposerEngineTests.Fail(context, status);

        await AssertSameAsync(local, remote, root, answers);
        Assert.Equal(4, server.Requests.Count - first + 1);
    }

    [Theory]
    [InlineData("""{"data":[{"data":[[0.5],[0.5]]}]}""", "a row for each of")]
    [InlineData("""{"data":[]}""", "a list 'data' of one")]
    [InlineData("""{"data":[{"data":[[0.5]]},{"data":[[0.5]]}]}""", "a list 'data' of one")]
    [InlineData("""{"error":"no"}""", "a list 'data' of one")]
    public async Task Answers_that_cannot_be_used_are_refused_before_work_starts(string answer, string expected)
    {
        await using var server = new ScoresServer(ModelFolders.Verifier);
        using var folder = new RemoteFolder(ModelFolders.Verifier, server.Url);
        server.Change = given =>
        {
            given.Clear();
            foreach (var (key, value) in JsonNode.Parse(answer)!.AsObject())
            {
                given[key] = value?.DeepClone();
            }
        };

        var fault = await Assert.ThrowsAsync<ModelLoadException>(async () => await OpenAsync(folder));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains(server.Url, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind", "llama-server", "llama-server gives no scores")]
    [InlineData("kind", "sglang", "SGLang gives no values of a head")]
    [InlineData("route", "labels", "the layout delimited has no labels")]
    [InlineData("route", "rerank", "'remote.route' to be pooling or labels")]
    public void Says_which_server_cannot_judge(string key, string value, string expected)
    {
        using var folder = new RemoteFolder(ModelFolders.Verifier, "http://127.0.0.1:1");
        folder.Descriptor["remote"]![key] = value;
        folder.Write();

        var fault = Assert.Throws<ModelLoadException>(() => OnnxFolders.Read(folder.Folder));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private static Proposal Written(Ending ending, params string[] steps) => new([.. steps.Select(text => new Step(text, [1], 0))], ending);

    private static Task<RemoteVerifierEngine> OpenAsync(RemoteFolder folder) =>
        RemoteVerifierEngine.OpenAsync(OnnxFolders.Read(folder.Folder, ModelRole.Verifier), new EngineOptions(), key: null);

    private static async Task AssertSameAsync(IVerifierEngine local, IVerifierEngine remote, Prefix prefix, ImmutableArray<Proposal> proposals)
    {
        var here = await local.Judge(prefix, proposals);
        var there = await remote.Judge(prefix, proposals);
        Assert.Equal(here.PromptTokens, there.PromptTokens);
        Assert.Equal(here.Verdicts, there.Verdicts);
    }
}
