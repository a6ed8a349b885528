using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reckon.Api.Faults;

namespace Reckon.Api.Security;

/// <summary>Authenticates callers by their bearer token.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, CallerTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string SchemeName = "Bearer";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (tokens.Find(Request.Headers.Authorization) is not var (name, role))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, $"{role}")], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        await ProblemWriter.WriteAsync(
            Context, StatusCodes.Status401Unauthorized, "No valid token", "Send 'Authorization: Bearer SECRET' with a secret of the tokens file.");
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ProblemWriter.WriteAsync(
        Context, StatusCodes.Status403Forbidden, "Not allowed", "The token is that of a viewer; this needs an operator's.");
}
