using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Reckon.Api.Faults;

namespace Reckon.Api.Limits;

/// <summary>How much callers may ask.</summary>
internal static class RateLimits
{
    /// <summary>The name of the limit on sweeps that are handed in at once: each is in memory as a whole.</summary>
    public const string Submissions = "submissions";

    private const int WaitingSubmissions = 100;

    private static readonly TimeSpan _window = TimeSpan.FromSeconds(10);

    /// <summary>Sets them.</summary>
    public static void Set(RateLimiterOptions limiter, ApiOptions options)
    {
        limiter.OnRejected = (rejected, _) => RefuseAsync(rejected, options);
        limiter.AddConcurrencyLimiter(Submissions, submissions =>
            (submissions.PermitLimit, submissions.QueueLimit) = (options.MaxSubmissions, WaitingSubmissions));
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            context.User.Identity?.Name ?? $"{context.Connection.RemoteIpAddress}",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.RequestsPerSecond * (int)_window.TotalSeconds,
                TokensPerPeriod = options.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, ApiOptions options)
    {
        var context = rejected.HttpContext;
        context.Response.Headers.RetryAfter = "1";
        var isTooFast = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out _); // Only a rate tells when to come again.
        await (isTooFast
            ? ProblemWriter.WriteAsync(
                context, StatusCodes.Status429TooManyRequests, "Too many requests", $"One caller may send {options.RequestsPerSecond} requests a second.")
            : ProblemWriter.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, "Too many sweeps are being handed in", "Try again shortly."));
    }
}
