using System.Text.RegularExpressions;

namespace Reckon.Architecture.Tests;

/// <summary>Rules on the text of one file: a file in, violations out.</summary>
/// <remarks>Namespaces are file-scoped, so a type that is not nested starts its line.</remarks>
internal static partial class SourceRules
{
    public const int MostLines = 400;

    /// <summary>A file holds one type and bears its name; what follows a dot in the name says which part of the type.</summary>
    public static IEnumerable<string> OneTypeAFile(SourceFile file)
    {
        var name = Path.GetFileName(file.Path).Split('.')[0];
        var types = TopLevelType().Matches(file.WithoutCommentsAndStrings).Select(match => match.Groups["name"].Value).ToArray();
        return types switch
        {
            [] when name == "Program" || NoTypes().IsMatch(file.Text) => [],
            [var type] when type == name => [],
            [] => [$"{file} holds no type."],
            [var type] => [$"{file} holds {type}."],
            _ => [$"{file} holds {types.Length} types: {string.Join(", ", types)}."],
        };
    }

    /// <summary>No file is longer than <see cref="MostLines"/> lines.</summary>
    public static IEnumerable<string> Length(SourceFile file)
    {
        var lines = file.Text.TrimEnd('\n').Split('\n').Length;
        return lines > MostLines ? [$"{file} has {lines} lines."] : [];
    }

    /// <summary>A file's namespace is its assembly and its folder.</summary>
    public static IEnumerable<string> NamespaceIsFolder(SourceFile file)
    {
        var folder = string.Join('.', file.Path.Split('/')[1..^1]);
        return Namespace().Match(file.Text) is { Success: true } match && match.Groups["name"].Value != folder
            ? [$"{file} is in the namespace {match.Groups["name"].Value}, not in {folder}."]
            : [];
    }

    /// <summary>Pure code reads no clock, draws no chance, starts no task and sleeps never.</summary>
    public static IEnumerable<string> Purity(SourceFile file) =>
        Impure().Matches(file.WithoutComments).Select(match => $"{file} uses {match.Value}.");

    /// <summary>
    /// The program runs without the library of languages; the runtime then normalises nothing, orders by code points, and knows no culture,
    /// and says so nowhere.
    /// </summary>
    public static IEnumerable<string> Languages(SourceFile file) =>
        NeedsLanguages().Matches(file.WithoutCommentsAndStrings).Select(match => $"{file} uses {match.Value.Trim()}, which needs the library of languages.");

    /// <summary>A grain is reached by its interface alone, and is not inherited from.</summary>
    public static IEnumerable<string> Grains(SourceFile file) => ClassHeader().Matches(file.WithoutCommentsAndStrings)
        .Where(match => IsGrain().IsMatch(match.Groups["header"].Value))
        .Where(match => match.Groups["modifiers"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not ["internal", "sealed", ..])
        .Select(match => $"{file}: the grain {match.Groups["name"].Value} is not internal and sealed.");

    [GeneratedRegex(
        @"^(?:\[[^\n]*\]\s*)?(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|ref|unsafe)\s+)*" +
        @"(?:(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)|delegate\s[^\n(]*?(?<name>\w+)(?:<[^\n(]*>)?\s*\()",
        RegexOptions.Multiline)]
    public static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:global using|\[assembly:)", RegexOptions.Multiline)]
    private static partial Regex NoTypes();

    [GeneratedRegex(@"\b(?:DateTime(?:Offset)?\.(?:Utc)?Now|DateTime\.Today|Random\.Shared|Guid\.NewGuid|Task\.Run|Thread\.Sleep)\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\.(?:Normalize|IsNormalized)\((?:NormalizationForm\.\w+)?\)|\bCultureInfo\.GetCultureInfo\b|\bnew CultureInfo\b|\bStringComparison\.(?:Current|Invariant)Culture\w*")]
    private static partial Regex NeedsLanguages();

    [GeneratedRegex(@"^(?<modifiers>(?:\w+ )*)class (?<name>\w+)(?<header>[^{;]*)", RegexOptions.Multiline)]
    private static partial Regex ClassHeader();

    [GeneratedRegex(@":\s*(?:Orleans\.)?Grain(?:<|\b)")]
    private static partial Regex IsGrain();
}
