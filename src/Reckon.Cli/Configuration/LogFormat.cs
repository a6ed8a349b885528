namespace Reckon.Cli.Configuration;

/// <summary>The form of an event in a log.</summary>
internal enum LogFormat
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>An object of JSON in a line, with its properties by name.</summary>
    Json,
}
