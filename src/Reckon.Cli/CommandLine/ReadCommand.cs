using System.CommandLine;
using System.Text.Json;
using Reckon.Api;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary>A command that reads one document of a cluster and shows it, to people or to programs.</summary>
internal static class ReadCommand
{
    /// <summary>The command.</summary>
    /// <param name="command">Its name, description, arguments and options.</param>
    /// <param name="path">Where the document is.</param>
    /// <param name="environment">The process's.</param>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="lines">The document for people, line by line; what is foreign in it is made safe afterwards.</param>
    public static Command Create<T>(
        Command command, Func<ParseResult, string> path, ProcessEnvironment environment, Terminal terminal, Func<T, IEnumerable<string>> lines)
    {
        var json = ClientCommands.Json();
        command.Add(json);
        ClientCommands.SetAction(command, environment, terminal, async (parsed, api, cancellationToken) =>
        {
            var document = await api.GetAsync(path(parsed), cancellationToken);
            if (parsed.GetValue(json))
            {
                await terminal.Output.WriteLineAsync(Enveloped(document));
                return ExitCode.Success;
            }

            foreach (var line in lines(JsonSerializer.Deserialize<T>(document, ApiJson.ForClients)!))
            {
                await terminal.Output.WriteLineAsync(SafeText.Terminal(line));
            }

            await TellOfMoreAsync(document, terminal);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The option that names where a page begins.</summary>
    public static Option<string> Cursor() => new("--cursor")
    {
        Description = "Begin there: the cursor that the page before has told.",
        HelpName = "CURSOR",
    };

    /// <summary>A path with those of <paramref name="values"/> that are there as its query.</summary>
    public static string Query(string path, params IEnumerable<(string Name, string? Value)> values)
    {
        var query = string.Join('&', values.Where(value => value.Value is not null).Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    // Programs find every document in the same envelope. What is one thing is a list of one.
    private static string Enveloped(string document)
    {
        using var parsed = JsonDocument.Parse(document);
        return parsed.RootElement.TryGetProperty("items", out _)
            ? document
            : $"{{\"asOf\":{parsed.RootElement.GetProperty("asOf").GetRawText()},\"items\":[{document}],\"cursor\":null,\"truncated\":false}}";
    }

    private static async Task TellOfMoreAsync(string document, Terminal terminal)
    {
        using var parsed = JsonDocument.Parse(document);
        if (parsed.RootElement.TryGetProperty("cursor", out var cursor) && cursor.GetString() is { } next)
        {
            await terminal.Error.WriteLineAsync(SafeText.Terminal($"There are more: --cursor {next}"));
        }
    }
}
