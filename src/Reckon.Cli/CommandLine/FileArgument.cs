using System.CommandLine;
using System.CommandLine.Parsing;

namespace Reckon.Cli.CommandLine;

/// <summary>A file that a command works on.</summary>
internal static class FileArgument
{
    /// <summary>The argument. Refuses a word that starts like an option, and an empty one.</summary>
    public static Argument<string> Create(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result => Check(result, name));
        return argument;
    }

    // The parser would take an unknown option for the file.
    private static void Check(ArgumentResult result, string name)
    {
        var path = result.Tokens is [.., var last] ? last.Value : "";
        if (path.StartsWith('-'))
        {
            result.AddError($"'{path}' is not an option of this command. Write a file of that name as './{path}'.");
        }
        else if (string.IsNullOrWhiteSpace(path))
        {
            result.AddError($"{name} is a path, and it is empty.");
        }
    }
}
