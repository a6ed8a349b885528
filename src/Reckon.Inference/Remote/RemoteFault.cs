namespace Reckon.Inference.Remote;

/// <summary>Says of what went wrong with a server where it is, what was expected, and what to do.</summary>
internal static class RemoteFault
{
    /// <summary>Whether a fault is the server's.</summary>
    public static bool Is(Exception fault) => fault is HttpRequestException or IOException or RemoteAnswerException or RemoteRefusedException;

    /// <summary>The fault, with place and remedy.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="fault">What it did, or that it did nothing.</param>
    public static HttpRequestException Of(Uri server, Exception fault) =>
        new($"The server at {server}: {fault.Message.TrimEnd('.')}. {RemedyOf(fault)}", fault);

    /// <summary>What to do.</summary>
    public static string RemedyOf(Exception fault) => fault switch
    {
        RemoteRefusedException { Status: 401 or 403 } => "Set the environment variable that 'remote.keyVariable' names to the server's key.",
        RemoteRefusedException { Status: 404 } => "Correct 'remote.url', 'remote.kind' or 'remote.model': the server has no such path or model.",
        RemoteRefusedException { Status: >= 300 and < 400 } => "Correct 'remote.url': the server has moved, and its answers say where to.",
        RemoteRefusedException => "Do as the server says; a shorter 'contextTokens' helps where a text is too long for it.",
        RemoteAnswerException { Remedy: { } remedy } => remedy,
        RemoteAnswerException => "Check that the server is of the kind that 'remote.kind' names, and new enough; docs/models.md shows each.",
        RemoteBusyException { IsFailing: true } => "Look into the server's log: it fails by itself.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "Correct 'remote.url': an answer of this size is none of a model's server.",
        RemoteBusyException => "Lower 'remote.concurrency', or give the server more room.",
        _ => "Start the server, or correct 'remote.url'.",
    };
}
