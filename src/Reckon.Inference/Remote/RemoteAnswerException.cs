namespace Reckon.Inference.Remote;

/// <summary>A server's answer is not of the form that it documents.</summary>
public sealed class RemoteAnswerException(string expected) : Exception($"The server's answer should hold {expected}.")
{
    /// <summary>Whether it is no JSON: it may have been cut off, and another may be whole.</summary>
    public bool IsCut { get; init; }

    /// <summary>What to do; null for what helps with any answer.</summary>
    public string? Remedy { get; init; }
}
