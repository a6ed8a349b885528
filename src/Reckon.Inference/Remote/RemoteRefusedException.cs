namespace Reckon.Inference.Remote;

/// <summary>A server refuses a request, and would refuse it again.</summary>
public sealed class RemoteRefusedException(int status, string body)
    : Exception($"The server refuses the request ({status}): {(body.Length > 300 ? body[..300] + "…" : body)}")
{
    /// <summary>The status code of HTTP.</summary>
    public int Status { get; } = status;
}
