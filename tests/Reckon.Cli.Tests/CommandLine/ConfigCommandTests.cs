using System.Text.Json;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class ConfigCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = [];

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Shows_every_setting_and_what_set_it()
    {
        _folder.Write("reckon.yaml", "# For all machines.\nengine: { maxRows: 16 }\nrouter:\n  backoff: 20ms\n");
        _variables["RECKON__Coordinator__MaxProblemsRunning"] = "8";
        _variables["RECKON__Router__Backoff"] = "1500ms";
        _variables["RECKON__Execution__Threads"] = "3";

        Assert.Equal(0, await InvokeAsync("config", "--threads", "2"));
        Golden.Match(_output.ToString());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Prints_the_same_as_JSON()
    {
        _variables["RECKON__Engine__MaxRows"] = "8";

        Assert.Equal(0, await InvokeAsync("config", "--json"));

        using var document = JsonDocument.Parse(_output.ToString());
        var settings = document.RootElement.GetProperty("settings").EnumerateArray()
            .ToDictionary(setting => setting.GetProperty("key").GetString()!);
        Assert.Equal(KnownSettings.On(processors: 4).Length, settings.Count);
        Assert.Equal(
            """{"key":"engine.maxRows","value":8,"source":"environment","place":"RECKON__Engine__MaxRows","expected":"a whole number from 1 to 4,096","variable":"RECKON__Engine__MaxRows"}""",
            JsonSerializer.Serialize(settings["engine.maxRows"]));
        Assert.Equal("""["5s","default",null]""", JsonSerializer.Serialize(Fields(settings["router.maxBackoff"])));
        Assert.Equal("""["Cpu","default",null]""", JsonSerializer.Serialize(Fields(settings["execution.provider"])));
        Assert.Equal("""[null,"default",null]""", JsonSerializer.Serialize(Fields(settings["execution.pluginLibrary"])));
    }

    [Fact]
    public async Task Takes_the_file_that_is_named_in_the_place_of_the_folders_own()
    {
        _folder.Write("reckon.yaml", "engine: { maxRows: 16 }");
        _folder.Write("other.json", """{ "router": { "maxAttempts": 3 } }""");

        Assert.Equal(0, await InvokeAsync("config", "--config", "other.json"));
        Assert.Contains("other.json:1:15", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("reckon.yaml", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_the_environment_is_harmless_on_a_terminal()
    {
        _variables["RECKON__Execution__PluginLibrary"] = "/lib/\u001b[31m.so";

        await InvokeAsync("config");

        Assert.Contains(@"/lib/\u{1b}[31m.so", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_all_that_is_wrong_in_every_place_and_answers_2()
    {
        _folder.Write("reckon.yaml", "engine: { maxRows: 0 }\nrooter: { backoff: 1s }\n");
        _variables["RECKON__Engine__MaxKeptTokens"] = "-1";

        Assert.Equal(2, await InvokeAsync("config", "--problems", "many"));
        Golden.Match(_error.ToString());
        Assert.Empty(_output.ToString());
    }

    [Theory]
    [InlineData("none.yaml: there is no such file. Correct the path.", "--config", "none.yaml")]
    [InlineData(".: this is a folder, not a file. Name the file in it.", "--config", ".")]
    [InlineData("--config needs the path of a file.", "--config", " ")]
    [InlineData("--device: expected one of Cpu, CudaPlugin, Cuda, Simulated, found '7'.", "--device", "7")]
    [InlineData("--rows: expected a whole number from 1 to 4,096, found '-3'.", "--rows", "-3")]
    public async Task A_wrong_option_is_named(string expected, params string[] arguments)
    {
        Assert.Equal(2, await InvokeAsync(["config", .. arguments]));
        Assert.StartsWith(expected, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_file_and_environment_are_told_together()
    {
        _folder.Write("reckon.yaml", "engine: [1]");
        _variables["RECKON__Engine__MaxRows"] = "x";

        await InvokeAsync("config");

        Assert.Equal(2, _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static IEnumerable<JsonElement> Fields(JsonElement setting) =>
        [setting.GetProperty("value"), setting.GetProperty("source"), setting.GetProperty("place")];

    private Task<int> InvokeAsync(params string[] arguments) => new ReckonCommand(
        new FixedRun(_ => 0), "1.2.3", new ProcessEnvironment(Processors: 4, _folder.Path, _variables),
        new Terminal(_output, _error), new FaultLog(_folder.File("faults"), TimeProvider.System))
        .InvokeAsync(arguments, TestContext.Current.CancellationToken);
}
