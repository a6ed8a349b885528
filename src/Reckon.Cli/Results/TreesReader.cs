using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Trees;
using Reckon.Search.Text;

namespace Reckon.Cli.Results;

/// <summary>Reads the trees in a folder of results, one problem at a time.</summary>
internal sealed class TreesReader
{
    private const int MostSuggested = 10;

    private readonly string _folder;

    private TreesReader(string folder, ImmutableArray<TreesEntry> entries) => (_folder, Entries) = (folder, entries);

    /// <summary>All problems, in the dataset's order.</summary>
    public ImmutableArray<TreesEntry> Entries { get; }

    /// <summary>Opens the trees in the folder of results <paramref name="results"/>.</summary>
    /// <exception cref="TreesUnreadableException">There are none.</exception>
    public static TreesReader Open(string results)
    {
        var folder = Path.Combine(results, TreesWriter.FolderName);
        try
        {
            var lines = File.ReadLines(Path.Combine(folder, TreesWriter.IndexName));
            return new TreesReader(folder, [.. lines.Select(TreesEntry.Read)]);
        }
        catch (Exception cause) when (cause is DirectoryNotFoundException or FileNotFoundException)
        {
            throw new TreesUnreadableException(
                results,
                "there are no trees. They are written when a sweep finishes, unless its file says 'trees: false'; "
                    + "set it to true and run the same command", cause);
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            throw Damaged(results, cause);
        }
    }

    /// <summary>Where the trees of <paramref name="problemId"/> are.</summary>
    /// <exception cref="TreesUnreadableException">The sweep has no such problem.</exception>
    public TreesEntry Find(string problemId) =>
        Entries.FirstOrDefault(entry => IsSame(entry.Problem, problemId)) ?? throw new TreesUnreadableException(
        Path.GetDirectoryName(_folder)!, $"the sweep has no problem {Quoted.Of(problemId)}. {Suggestion(problemId)}");

    /// <summary>The lines of a problem's trees.</summary>
    /// <exception cref="TreesUnreadableException">They are damaged.</exception>
    public ImmutableArray<string> Lines(TreesEntry entry)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(_folder, Path.GetFileName(entry.File)));
            file.Position = entry.Offset;
            var member = new byte[entry.Length];
            file.ReadExactly(member);
            return [.. CompressedLines.Read(member)];
        }
        catch (Exception cause) when (IsUnreadable(cause))
        {
            throw Damaged(_folder, cause);
        }
    }

    /// <summary>A problem's trees.</summary>
    /// <exception cref="TreesUnreadableException">They are damaged.</exception>
    public ProblemTrees Read(TreesEntry entry)
    {
        try
        {
            return ProblemTreesJson.Read(Lines(entry));
        }
        catch (JsonException cause)
        {
            throw Damaged(_folder, cause);
        }
    }

    // A terminal may spell an id in another way than the data set does.
    private static bool IsSame(string left, string right) => left == right || CanonicalText.Compose(left) == CanonicalText.Compose(right);

    private string Suggestion(string problemId)
    {
        var nearest = Spelling.Nearest(problemId, Entries.Select(entry => entry.Problem));
        return nearest is not null
            ? $"Did you mean {Quoted.Of(nearest)}?"
            : $"Its first are {string.Join(", ", Entries.Take(MostSuggested).Select(entry => Quoted.Of(entry.Problem)))}.";
    }

    private static bool IsUnreadable(Exception cause) =>
        cause is IOException or UnauthorizedAccessException or InvalidDataException or JsonException;

    private static TreesUnreadableException Damaged(string folder, Exception cause) =>
        new(folder,
            $"the trees cannot be read: {cause.Message} "
            + $"Delete the folder '{TreesWriter.FolderName}' and run the same command to write them again", cause);
}
