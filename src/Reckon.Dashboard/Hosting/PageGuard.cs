using Microsoft.AspNetCore.Http;

namespace Reckon.Dashboard.Hosting;

/// <summary>What keeps pages from doing what they should not: pure decisions about requests and answers.</summary>
internal static class PageGuard
{
    /// <summary>Nothing may be loaded from elsewhere, nothing inline is run, and no other page may frame this one.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Sets the headers that every answer has.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store"; // Results may be confidential; assets say otherwise.
    }

    /// <summary>Whether a form was sent by one of these pages: browsers say so, and other pages cannot pretend to be one.</summary>
    /// <param name="fetchSite">The header Sec-Fetch-Site.</param>
    /// <param name="origin">The header Origin.</param>
    /// <param name="host">The header Host.</param>
    public static bool IsOwnForm(string? fetchSite, string? origin, string? host) => string.IsNullOrEmpty(fetchSite)
        ? Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == host
        : fetchSite == "same-origin";
}
