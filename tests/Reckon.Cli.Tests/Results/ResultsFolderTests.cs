namespace Reckon.Cli.Tests.Results;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Folder => _temp.File("run");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Says_whose_it_is()
    {
        using var folder = ResultsFolder.Open(Folder, Some.Sweep, "abc");

        Assert.StartsWith("{\"specHash\":\"abc\",\"spec\":{\"name\":\"demo\"", File.ReadAllText(folder.File("sweep.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_open_to_its_own_sweep_again()
    {
        ResultsFolder.Open(Folder, Some.Sweep, "abc").Dispose();

        using var again = ResultsFolder.Open(Folder, Some.Sweep with { Name = "renamed" }, "abc");

        Assert.Contains("\"demo\"", File.ReadAllText(again.File("sweep.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_closed_to_another_sweep_and_keeps_what_it_holds()
    {
        ResultsFolder.Open(Folder, Some.Sweep, "abc").Dispose();
        var before = File.ReadAllText(Path.Combine(Folder, "sweep.json"));

        var refusal = Assert.Throws<ResultsFolderException>(() => ResultsFolder.Open(Folder, Some.Sweep, "def"));

        Assert.Equal(2, refusal.ExitCode);
        Assert.Contains("another sweep (abc)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, "sweep.json")));
    }

    [Fact]
    public void Is_closed_while_a_run_holds_it_and_open_afterwards()
    {
        using (ResultsFolder.Open(Folder, Some.Sweep, "abc"))
        {
            var refusal = Assert.Throws<ResultsFolderException>(() => ResultsFolder.Open(Folder, Some.Sweep, "abc"));
            Assert.Contains("another run is writing", refusal.Message, StringComparison.Ordinal);
        }

        ResultsFolder.Open(Folder, Some.Sweep, "abc").Dispose();
    }

    [Fact]
    public void A_refusal_leaves_the_folder_free()
    {
        ResultsFolder.Open(Folder, Some.Sweep, "abc").Dispose();

        Assert.Throws<ResultsFolderException>(() => ResultsFolder.Open(Folder, Some.Sweep, "def"));

        ResultsFolder.Open(Folder, Some.Sweep, "abc").Dispose();
    }

    [Fact]
    public void A_folder_with_foreign_files_is_left_alone()
    {
        _temp.Write("run/thesis.tex", "years of work");

        var refusal = Assert.Throws<ResultsFolderException>(() => ResultsFolder.Open(Folder, Some.Sweep, "abc"));

        Assert.Contains("holds other files", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.tex"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_run_that_died_before_it_said_whose_the_folder_is_leaves_it_free()
    {
        _temp.Write("run/.lock", "");
        _temp.Write("run/sweep.json.draft", "{\"spec");

        using var folder = ResultsFolder.Open(Folder, Some.Sweep, "abc");

        Assert.True(File.Exists(folder.File("sweep.json")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"specHash\":7}")]
    public void A_folder_that_does_not_say_whose_it_is_is_left_alone(string text)
    {
        _temp.Write("run/sweep.json", text);

        Assert.Throws<ResultsFolderException>(() => ResultsFolder.Open(Folder, Some.Sweep, "abc"));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_a_failure()
    {
        _temp.Write("run", "");

        Assert.Equal(1, Assert.Throws<ResultsWriteException>(() => ResultsFolder.Open(Folder, Some.Sweep, "abc")).ExitCode);
    }
}
