using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Api.Security;

/// <summary>
/// Reads who may call: a line for each, <c>ROLE NAME SECRET</c>; empty lines and lines that begin with <c>#</c> are left out. Pure.
/// </summary>
public static class TokenFile
{
    /// <summary>The shortest secret, in characters.</summary>
    public const int MinSecretLength = 16;

    private const int MaxNameLength = 64;

    /// <summary>The tokens in <paramref name="text"/>, or everything that is wrong with it. No message holds a secret.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    public static Validated<ImmutableArray<ApiToken>> Read(string text, string path)
    {
        var tokens = ImmutableArray.CreateBuilder<ApiToken>();
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (place, line) in text.Split('\n').Index())
        {
            var words = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].StartsWith('#'))
            {
                continue;
            }

            if (FaultOf(words, tokens) is var (message, remedy))
            {
                faults.Add(new Diagnostic(path, place + 1, 1, "", message, remedy));
                continue;
            }

            tokens.Add(new ApiToken(words[1], RoleOf(words[0])!.Value, ApiToken.DigestOf(words[2])));
        }

        if (tokens.Count == 0 && faults.Count == 0)
        {
            faults.Add(new Diagnostic(path, 0, 0, "", "there is no token in the file", "Write a line 'operator NAME SECRET'"));
        }

        return faults.Count == 0
            ? new Validated<ImmutableArray<ApiToken>>.Valid(tokens.ToImmutable())
            : new Validated<ImmutableArray<ApiToken>>.Invalid(faults.ToImmutable());
    }

    private static (string Message, string Remedy)? FaultOf(string[] words, IEnumerable<ApiToken> known)
    {
        if (words.Length != 3)
        {
            return ($"expected three words, found {words.Length}", "Write ROLE NAME SECRET");
        }

        if (RoleOf(words[0]) is null)
        {
            return ($"{Quoted.Of(words[0])} is not a role", "Use viewer or operator");
        }

        if (words[1].Length > MaxNameLength || known.Any(token => token.Name == words[1]))
        {
            return ("the name is taken by another line, or too long", $"Use another of at most {MaxNameLength} characters");
        }

        var digest = ApiToken.DigestOf(words[2]);
        return words[2].Length < MinSecretLength || known.Any(token => token.Matches(digest))
            ? ($"the secret is shorter than {MinSecretLength} characters, or that of another line",
                "Use a random one, such as from 'openssl rand -hex 24'")
            : null;
    }

    private static ApiRole? RoleOf(string word) => word switch
    {
        "viewer" => ApiRole.Viewer,
        "operator" => ApiRole.Operator,
        _ => null,
    };
}
