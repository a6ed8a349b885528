using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Reckon.Cli.Output;

namespace Reckon.Cli.Client;

/// <summary>What an API says is wrong, as its document of type <c>application/problem+json</c> has it.</summary>
internal sealed record ApiProblem(string? Title, string? Detail, ImmutableArray<string>? Faults)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>The failure that an answer stands for.</summary>
    public static ApiFailedException Read(HttpStatusCode status, string body)
    {
        var exitCode = (int)status >= 500 ? ExitCode.Unreachable : ExitCode.Usage;
        if (TryParse(body) is not { Title: not null } problem)
        {
            return new ApiFailedException([$"The server answered {(int)status}; it may not be an API of Reckon."], exitCode) { Status = status };
        }

        return new ApiFailedException(LinesOf(status, problem), exitCode) { Status = status };
    }

    private static ImmutableArray<string> LinesOf(HttpStatusCode status, ApiProblem problem) => problem.Faults switch
    {
        { IsDefaultOrEmpty: false } faults when status == HttpStatusCode.Conflict =>
            [$"{problem.Detail}", .. faults.Select(fault => $"  {fault}")],
        { IsDefaultOrEmpty: false } faults => faults,
        _ => [$"{problem.Title}. {problem.Detail}".TrimEnd()],
    };

    private static ApiProblem? TryParse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiProblem>(body, _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
