namespace Reckon.Cli.Configuration;

/// <summary>How a process of a cluster writes its log, which goes to standard error.</summary>
internal sealed class LogSettings
{
    /// <summary>The form of each event. Default: text.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;
}
