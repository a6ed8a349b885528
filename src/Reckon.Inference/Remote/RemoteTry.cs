namespace Reckon.Inference.Remote;

/// <summary>How one try to ask a server ended.</summary>
/// <param name="Status">The status code of HTTP.</param>
internal sealed record RemoteTry<T>(int Status)
{
    /// <summary>Whether <see cref="Value"/> is its answer.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>What the answer says.</summary>
    public T? Value { get; init; }

    /// <summary>How long the server asks to be left alone; null where it does not.</summary>
    public TimeSpan? After { get; init; }
}
