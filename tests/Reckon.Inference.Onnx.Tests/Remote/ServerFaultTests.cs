using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Remote;
using Reckon.Search;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Reckon.Inference.Onnx.Tests.Remote;

/// <summary>Servers that fail in every way: what passes is waited for, and what does not says where, what was expected, and what to do.</summary>
public sealed class ServerFaultTests : IAsyncLifetime
{
    private const string Scenario = "fault";
    private readonly WireMockServer _faulty = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });
    private CompletionsServer _server = null!;
    private RemoteFolder _folder = null!;

    public ValueTask InitializeAsync()
    {
        _server = new CompletionsServer(ModelFolders.Proposer);
        _folder = new RemoteFolder(ModelFolders.Proposer, _faulty.Url!);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _faulty.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("429")]
    [InlineData("503 with Retry-After")]
    [InlineData("no answer")]
    [InlineData("a chunk that is none")]
    [InlineData("half a body")]
    public async Task What_passes_is_waited_for(string fault)
    {
        Serve();
        await using var local = Asking.Proposer();
        await using var remote = await OpenAsync();
        var before = _server.Requests.Count;
        Fail(fault, times: 2);

        var here = await local.Propose(Asking.Root(Asking.Problems[0]), 1, Extent.Step);
        var there = await remote.Propose(Asking.Root(Asking.Problems[0]), 1, Extent.Step);

        Assert.Equal(here.Proposals.Select(Asking.Print), there.Proposals.Select(Asking.Print));
        Assert.Equal(before + 1, _server.Requests.Count); // The first two did not come so far.
    }

    [Theory]
    [InlineData("two choices", "a list 'choices' of one", "remote.kind")]
    [InlineData("no ids", "'token_ids'", "remote.kind")]
    [InlineData("ids of another model", "the server runs another model", "remote.model")]
    [InlineData("a page", "JSON", "remote.kind")]
    [InlineData("a list", "an object", "remote.kind")]
    [InlineData("no such model", "refuses the request (404)", "remote.model")]
    [InlineData("no key", "refuses the request (401)", "remote.keyVariable")]
    [InlineData("always busy", "within 3 tries", "remote.concurrency")]
    [InlineData("never in time", "an answer was expected in 0.5 seconds)", "remote.url")]
    public async Task What_does_not_pass_is_told_before_work_starts(string fault, string expected, string remedy)
    {
        Fail(fault, times: int.MaxValue);
        if (fault == "never in time")
        {
            _folder.Descriptor["remote"]!["patienceSeconds"] = 0.5;
            _folder.Descriptor["remote"]!["secondsPerToken"] = 0.0;
            _folder.Write();
        }

        var refused = await Assert.ThrowsAsync<ModelLoadException>(OpenAsync);

        Assert.Contains(_faulty.Url!, refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }

    private async Task<RemoteProposerEngine> OpenAsync() =>
        await RemoteProposerEngine.OpenAsync(OnnxFolders.Read(_folder.Folder, ModelRole.Proposer), new EngineOptions(), key: null);

    private void Serve() => _faulty.Given(Request.Create().UsingPost()).RespondWith(Response.Create().WithProxy(_server.Url));

    // The next so many requests fail; after them the server answers again.
    private void Fail(string fault, int times)
    {
        _faulty.Reset();
        var failing = _faulty.Given(Request.Create().UsingPost()).AtPriority(1).InScenario(Scenario);
        if (times < int.MaxValue)
        {
            failing.WillSetStateTo("over", times).RespondWith(ResponseOf(fault));
            _faulty.Given(Request.Create().UsingPost()).InScenario(Scenario).WhenStateIs("over").RespondWith(Response.Create().WithProxy(_server.Url));
            return;
        }

        failing.RespondWith(ResponseOf(fault));
    }

    private static IResponseBuilder ResponseOf(string fault) => fault switch
    {
        "429" or "always busy" => Response.Create().WithStatusCode(429),
        "503 with Retry-After" => Response.Create().WithStatusCode(503).WithHeader("Retry-After", "1"),
        "no answer" => Response.Create().WithFault(FaultType.EMPTY_RESPONSE),
        "a chunk that is none" => Response.Create().WithFault(FaultType.MALFORMED_RESPONSE_CHUNK),
        "half a body" => Response.Create().WithBody("""{ "choices": [ { "tok"""),
        "never in time" => Response.Create().WithDelay(TimeSpan.FromSeconds(30)),
        "no such model" => Response.Create().WithStatusCode(404).WithBody("""{"message":"The model `abacus` does not exist."}"""),
        "no key" => Response.Create().WithStatusCode(401),
        "a page" => Response.Create().WithBody("<html><body>Welcome</body></html>"),
        "a list" => Response.Create().WithBody("[]"),
        "two choices" => Response.Create().WithBody(Answer(Choice([3]), Choice([3]))),
        "no ids" => Response.Create().WithBody(Answer(new JsonObject { ["text"] = "1", ["finish_reason"] = "length" })),
        _ => Response.Create().WithBody(Answer(Choice([150_000]))),
    };

    private static string Answer(params JsonNode[] choices) => new JsonObject { ["choices"] = new JsonArray(choices) }.ToJsonString();

    private static JsonObject Choice(int[] ids) => new()
    {
        ["token_ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
        ["finish_reason"] = "length",
    };
}
