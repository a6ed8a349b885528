namespace Reckon.Cli.Configuration;

/// <summary>How a process of a cluster writes its log.</summary>
internal sealed class LogSettings
{
    /// <summary>The form of each event. Default: text.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>Where it goes. Default: standard error.</summary>
    public LogTarget To { get; set; } = LogTarget.Error;
}
