using System.Text.RegularExpressions;

namespace Reckon.Architecture.Tests;

/// <summary>
/// Which folders of an assembly use which others. Folder A uses folder B when a file in A names a type that is declared in B
/// alone. Names in comments and strings do not count.
/// </summary>
internal static partial class FolderGraph
{
    /// <summary>The folders that can be reached from themselves, in order; none where folders form no cycle.</summary>
    public static IReadOnlyList<string> InCycles(IReadOnlyList<SourceFile> files)
    {
        var uses = Uses(files);
        return [.. uses.Keys.Where(folder => Reaches(uses, folder, folder)).Order(StringComparer.Ordinal)];
    }

    private static Dictionary<string, HashSet<string>> Uses(IReadOnlyList<SourceFile> files)
    {
        var code = files.Select(file => (Folder: FolderOf(file), Text: file.WithoutCommentsAndStrings)).ToList();
        var homes = (from file in code
                     from Match type in SourceRules.TopLevelType().Matches(file.Text)
                     group file.Folder by type.Groups["name"].Value into type
                     where type.Distinct().Count() == 1
                     select (Name: type.Key, Home: type.First())).ToDictionary(type => type.Name, type => type.Home);
        return code.GroupBy(file => file.Folder).ToDictionary(
            folder => folder.Key,
            folder => (from file in folder
                       from Match word in Word().Matches(file.Text)
                       let home = homes.GetValueOrDefault(word.Value)
                       where home is not null && home != folder.Key
                       select home).ToHashSet());
    }

    private static bool Reaches(Dictionary<string, HashSet<string>> uses, string from, string to)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(uses[from]);
        while (open.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            if (seen.Add(folder))
            {
                uses[folder].ToList().ForEach(open.Push);
            }
        }

        return false;
    }

    private static string FolderOf(SourceFile file) => Path.GetDirectoryName(file.Path)!.Replace('\\', '/');

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Word();
}
