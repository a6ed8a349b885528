using System.Collections.Immutable;

namespace Reckon.Api.Security;

/// <summary>Decides who a caller is. Pure.</summary>
/// <param name="tokens">Who may call.</param>
/// <param name="isOpen">Whether those without a token may do everything.</param>
public sealed class CallerTokens(ImmutableArray<ApiToken> tokens, bool isOpen)
{
    private const string Scheme = "Bearer ";
    private const int MaxSecretLength = 512;

    /// <summary>Name of a caller without a token.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>Who sent the header <paramref name="authorization"/>; null when it is nobody who may call.</summary>
    public (string Name, ApiRole Role)? Find(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return isOpen ? (Anonymous, ApiRole.Operator) : null;
        }

        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || authorization.Length > MaxSecretLength)
        {
            return null;
        }

        var digest = ApiToken.DigestOf(authorization[Scheme.Length..].Trim());
        return tokens.FirstOrDefault(token => token.Matches(digest)) is { } found ? (found.Name, found.Role) : null;
    }
}
