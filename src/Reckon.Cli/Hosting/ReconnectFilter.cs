using Microsoft.Extensions.Logging;

namespace Reckon.Cli.Hosting;

/// <summary>Tries to reach the cluster until it is there: it may start later than its clients.</summary>
internal sealed class ReconnectFilter(TimeProvider time, ILogger<ReconnectFilter> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private bool _hasWarned;

    /// <inheritdoc/>
    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (!_hasWarned)
        {
            logger.LogWarning("No coordinator answers yet ({Reason}); trying again every second", exception.Message);
            _hasWarned = true;
        }

        await Task.Delay(_pause, time, cancellationToken);
        return true;
    }
}
