using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Trees;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Results;

public sealed class TreesFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_problem_is_found_again_in_files_of_bounded_size()
    {
        Write(maxFileBytes: 1, "a", "b", "c");

        var trees = TreesReader.Open(_folder.Path);

        Assert.Equal(["a", "b", "c"], trees.Entries.Select(entry => entry.Problem));
        Assert.Equal(3, trees.Entries.Select(entry => entry.File).Distinct().Count());
        Assert.All(trees.Entries, entry => Assert.Equal(entry.Problem, trees.Read(entry).Problem.Id));
    }

    [Fact]
    public void Problems_share_a_file_that_is_one_gzip_file()
    {
        Write(maxFileBytes: 1 << 20, "a", "b");

        var entry = Assert.Single(TreesReader.Open(_folder.Path).Entries.DistinctBy(entry => entry.File));
        Assert.Equal(2, CompressedLines.Read(File.ReadAllBytes(_folder.File($"trees/{entry.File}"))).Count());
    }

    [Fact]
    public void New_trees_replace_old_ones_when_all_are_written()
    {
        Write(1 << 20, "a", "b");
        using (var broken = new TreesWriter(_folder.Path))
        {
            broken.Add("c", Member("c"));
        }

        Assert.Equal(["a", "b"], TreesReader.Open(_folder.Path).Entries.Select(entry => entry.Problem));
        Write(1 << 20, "c");
        Assert.Equal(["c"], TreesReader.Open(_folder.Path).Entries.Select(entry => entry.Problem));
    }

    [Theory, InlineData(1), InlineData(1 << 20)]
    public void A_writer_that_died_is_gone_on_with_after_what_was_saved(int maxFileBytes)
    {
        Write(maxFileBytes, "a", "b", "c", "d");
        var whole = Content("trees");
        Directory.Move(_folder.File("trees"), _folder.File("whole"));
        using (var first = new TreesWriter(_folder.Path, maxFileBytes))
        {
            first.Add("a", Member("a"));
            first.Add("b", Member("b"));
            first.Add("c", Member("c"));
        }

        // As if the last write had not reached the disk whole.
        var last = Directory.EnumerateFiles(_folder.File("trees.draft"), "*.gz").Max(StringComparer.Ordinal)!;
        using (var torn = new FileStream(last, FileMode.Open))
        {
            torn.SetLength(torn.Length - 1);
        }

        File.AppendAllText(_folder.File("trees.draft/index.jsonl"), "{\"problem\":\"d");
        using (var second = new TreesWriter(_folder.Path, maxFileBytes, isResuming: true))
        {
            Assert.Equal(2, second.Count);
            second.Add("c", Member("c"));
            second.Save();
            second.Add("d", Member("d"));
            second.Complete();
        }

        Assert.Equal(whole, Content("trees"));
    }

    private string Content(string folder) => string.Join('\n', Directory.EnumerateFiles(_folder.File(folder)).Order(StringComparer.Ordinal)
        .Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(File.ReadAllBytes(path))}"));

    [Fact]
    public void A_folder_without_trees_says_how_to_get_them()
    {
        var failure = Assert.Throws<TreesUnreadableException>(() => TreesReader.Open(_folder.Path));

        Assert.Equal(ExitCode.Usage, failure.ExitCode);
        Assert.Contains("trees: false", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_that_is_not_there_is_told_with_the_nearest_one()
    {
        Write(1 << 20, "problem-1", "problem-2");

        var failure = Assert.Throws<TreesUnreadableException>(() => TreesReader.Open(_folder.Path).Find("probelm-2"));

        Assert.Contains("Did you mean 'problem-2'?", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.jsonl")]
    [InlineData("trees-00000.jsonl.gz")]
    public void Damage_is_told_with_a_remedy(string file)
    {
        Write(1 << 20, "a");
        File.WriteAllText(_folder.File($"trees/{file}"), "rubbish");

        var failure = Assert.Throws<TreesUnreadableException>(() =>
        {
            var trees = TreesReader.Open(_folder.Path);
            trees.Read(trees.Entries[0]);
        });

        Assert.Contains("to write them again", failure.Message, StringComparison.Ordinal);
    }

    private void Write(long maxFileBytes, params string[] problems)
    {
        using var writer = new TreesWriter(_folder.Path, maxFileBytes);
        foreach (var problem in problems)
        {
            writer.Add(problem, Member(problem));
        }

        writer.Complete();
    }

    private static byte[] Member(string problem)
    {
        var trees = new ProblemTrees(Testing.Some.Problem(problem), 4, [], [], [], []);
        return CompressedLines.Write(stream => ProblemTreesJson.Write(trees, stream));
    }
}
