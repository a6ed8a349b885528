using System.Diagnostics;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class DatasetLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string DatasetPath => Path.Combine(_folder.FullName, "test.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Reads_the_descriptor_beside_the_file()
    {
        File.WriteAllText(DatasetPath, """{"id":"a","problem":"p","answer":"yes"}""");
        File.WriteAllText(Path.Combine(_folder.FullName, "dataset.json"), """{"name":"words","answer":{"kind":"text"}}""");

        var dataset = Assert.IsType<Validated<Dataset>.Valid>(DatasetLoader.Load(new DatasetSource(DatasetPath))).Value;

        Assert.Equal(("words", new AnswerFormat("####", AnswerKind.Text)), (dataset.Name, dataset.Answers));
    }

    [Theory]
    [InlineData("gsm8k")]
    [InlineData("mine.json")]
    public void Takes_the_descriptor_that_is_named_instead_of_the_one_beside_the_file(string named)
    {
        File.WriteAllText(DatasetPath, """{"question":"p","answer":"so\n#### 1,000"}""");
        File.WriteAllText(Path.Combine(_folder.FullName, "dataset.json"), "{");
        File.WriteAllText(Path.Combine(_folder.FullName, "mine.json"), """{"fields":{"id":null,"problem":"question"},"answer":{"reference":"####"}}""");
        var descriptor = named == "gsm8k" ? named : Path.Combine(_folder.FullName, named);

        var dataset =
            Assert.IsType<Validated<Dataset>.Valid>(DatasetLoader.Load(new DatasetSource(DatasetPath, Descriptor: descriptor))).Value;

        Assert.Equal(new Reckon.Search.Problem("test-0001", "p", "1,000", "", 0), Assert.Single(dataset.Problems));
    }

    [Fact]
    public void Says_that_a_named_descriptor_does_not_say_how_answers_are_found()
    {
        File.WriteAllText(DatasetPath, """{"id":"a","problem":"p","answer":"1"}""");
        File.WriteAllText(Path.Combine(_folder.FullName, "d.json"), "{}");

        var file = Assert.IsType<Validated<DatasetFile>.Valid>(
            DatasetLoader.Open(new DatasetSource(DatasetPath, Descriptor: Path.Combine(_folder.FullName, "d.json")))).Value;

        Assert.StartsWith("The descriptor '", Assert.Single(file.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_a_descriptor_that_is_wrong()
    {
        File.WriteAllText(DatasetPath, """{"id":"a","problem":"p","answer":"1"}""");
        File.WriteAllText(Path.Combine(_folder.FullName, "dataset.json"), "{");

        Assert.Contains("dataset.json:1:", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_a_file_that_is_not_there() => Assert.Equal($"{DatasetPath}: there is no such file. Correct the path.", Fault());

    [Fact]
    public void Reports_a_folder_in_the_place_of_the_file()
    {
        Directory.CreateDirectory(DatasetPath);

        Assert.Equal($"{DatasetPath}: this is a folder, not a file. Name the file in it.", Fault());
    }

    [Fact]
    public void Refuses_an_empty_file()
    {
        File.WriteAllText(DatasetPath, "");

        Assert.Contains("the file is empty", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_device_unread_behind_a_link_as_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Devices have no paths here.");
        File.CreateSymbolicLink(DatasetPath, "/dev/null");

        Assert.Contains("a device or a pipe", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_pipe_that_nobody_writes_to_without_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are made otherwise here.");
        using (var making = Process.Start("mkfifo", [DatasetPath]))
        {
            await making.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var loading = Task.Run(Fault, TestContext.Current.CancellationToken);

        Assert.Contains("a device or a pipe", await loading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_a_file_behind_a_link()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "real.jsonl"), """{"id":"a","problem":"p","answer":"1"}""");
        File.CreateSymbolicLink(DatasetPath, "real.jsonl");

        Assert.IsType<Validated<Dataset>.Valid>(DatasetLoader.Load(new DatasetSource(DatasetPath)));
    }

    private string Fault() =>
        Assert.Single(Assert.IsType<Validated<Dataset>.Invalid>(DatasetLoader.Load(new DatasetSource(DatasetPath))).Diagnostics).ToString();
}
