namespace Reckon.Inference.Remote;

/// <summary>A server had too much to do, or failed by chance, at every try.</summary>
internal sealed class RemoteBusyException(int tries, int status)
    : HttpRequestException($"an answer was expected within {tries} tries, and the last had the status {status}")
{
    /// <summary>Whether it says that it failed, and not that it has too much to do.</summary>
    public bool IsFailing => !RetryRule.IsBusy(status);
}
