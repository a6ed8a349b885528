namespace Reckon.Dashboard.Sources;

/// <summary>A source did not do what it was asked; the message is for the person who asked.</summary>
public sealed class SourceException(SourceFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public SourceFault Fault { get; } = fault;
}
