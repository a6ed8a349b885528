using Reckon.Cli.Results;
using Reckon.Grading.Formats;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Results;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Folder => _temp.File("run");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Says_whose_it_is()
    {
        using var folder = Claimed("abc");

        Assert.StartsWith("{\"specHash\":\"abc\",\"spec\":{\"name\":\"demo\"",
            File.ReadAllText(folder.File("sweep.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_open_to_its_own_sweep_again()
    {
        Claimed("abc").Dispose();

        using var again = Claimed("abc", "renamed");

        Assert.Contains("\"demo\"", File.ReadAllText(again.File("sweep.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_closed_to_another_sweep_and_keeps_what_it_holds()
    {
        Claimed("abc").Dispose();
        var before = File.ReadAllText(Path.Combine(Folder, "sweep.json"));

        var refusal = Assert.Throws<ResultsFolderException>(() => Claimed("def"));

        Assert.Equal(2, refusal.ExitCode);
        Assert.Contains("another sweep (abc)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, "sweep.json")));
    }

    [Fact]
    public void Says_in_what_another_sweep_differs()
    {
        Claimed(Identity("abc", "{\"seeds\":[0],\"sampling\":{\"temperature\":0.8}}")).Dispose();

        var refusal = Assert.Throws<ResultsFolderException>(() => Claimed(Identity("def", "{\"seeds\":[0],\"sampling\":{\"temperature\":0.7,\"topK\":5}}")));

        Assert.Equal(["  sampling.temperature: '0.8', now '0.7'", "  sampling.topK: not set, now '5'"], refusal.Lines.Skip(1));
    }

    [Fact]
    public void A_sweep_that_only_adds_is_told_how_and_takes_the_folder_when_that_is_wanted()
    {
        var (before, after) = (Identity("abc", "{\"seeds\":[0]}"), Identity("def", "{\"seeds\":[0,1]}"));
        Claimed(before).Dispose();
        Assert.Contains("--amend", Assert.Throws<ResultsFolderException>(() => Claimed(after)).Message, StringComparison.Ordinal);

        using (var amended = Claimed(after, isAmending: true))
        {
            Assert.Equal(["abc"], amended.Amends);
        }

        using var resumed = Claimed(after);
        Assert.Equal(["abc"], resumed.Amends);
        Assert.Equal("def", ResultsFolder.OwnerOf(Folder)?.SpecHash);
    }

    [Fact]
    public void A_sweep_that_changes_something_does_not_amend()
    {
        Claimed(Identity("abc", "{\"seeds\":[0],\"aggregation\":\"min\"}")).Dispose();

        var refusal = Assert.Throws<ResultsFolderException>(() => Claimed(Identity("def", "{\"seeds\":[1],\"aggregation\":\"last\"}"), isAmending: true));

        Assert.Contains("cannot be amended", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, refusal.Lines.Skip(1).Count());
        Assert.Equal("abc", ResultsFolder.OwnerOf(Folder)?.SpecHash);
    }

    [Fact]
    public void Is_closed_while_a_run_holds_it_and_open_afterwards()
    {
        using (Claimed("abc"))
        {
            var refusal = Assert.Throws<ResultsFolderException>(() => Claimed("abc"));
            Assert.Contains("another run is writing", refusal.Message, StringComparison.Ordinal);
        }

        Claimed("abc").Dispose();
    }

    [Fact]
    public void A_refusal_leaves_the_folder_free()
    {
        Claimed("abc").Dispose();

        Assert.Throws<ResultsFolderException>(() => Claimed("def"));

        Claimed("abc").Dispose();
    }

    [Fact]
    public void A_folder_with_foreign_files_is_left_alone()
    {
        _temp.Write("run/thesis.tex", "years of work");

        var refusal = Assert.Throws<ResultsFolderException>(() => Claimed("abc"));

        Assert.Contains("holds other files", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.tex"], Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_run_that_died_before_it_said_whose_the_folder_is_leaves_it_free()
    {
        _temp.Write("run/.lock", "");
        _temp.Write("run/sweep.json.draft", "{\"spec");

        using var folder = Claimed("abc");

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

        Assert.Throws<ResultsFolderException>(() => Claimed("abc"));
    }

    [Fact]
    public void A_folder_that_no_run_has_claimed_is_open_to_another_sweep()
    {
        ResultsFolder.Open(Folder, "abc").Dispose();

        using var folder = Claimed("def");

        Assert.Contains("\"def\"", File.ReadAllText(folder.File("sweep.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run/below")]
    public void A_place_that_cannot_be_a_folder_is_refused_before_anything_starts(string place)
    {
        _temp.Write("run", "");

        var refusal = Assert.Throws<ResultsFolderException>(() => ResultsFolder.Open(_temp.File(place), "abc"));

        Assert.Equal(2, refusal.ExitCode);
        Assert.Contains("--out", refusal.Message, StringComparison.Ordinal);
    }

    private static SweepIdentity Identity(string specHash, string canonical) => SweepIdentity.Unknown(specHash) with { Canonical = canonical };

    private ResultsFolder Claimed(SweepIdentity sweep, bool isAmending = false)
    {
        var folder = ResultsFolder.Open(Folder, sweep, isAmending);
        folder.Claim(new SweepRecord(sweep.SpecHash, Some.Sweep, AnswerFormat.Default) { Identity = sweep });
        return folder;
    }

    private ResultsFolder Claimed(string specHash, string name = "demo")
    {
        var folder = ResultsFolder.Open(Folder, specHash);
        folder.Claim(new SweepRecord(specHash, Some.Sweep with { Name = name }, AnswerFormat.Default));
        return folder;
    }
}
