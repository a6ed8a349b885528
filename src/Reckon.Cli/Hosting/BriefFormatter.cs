using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace Reckon.Cli.Hosting;

/// <summary>
/// Writes what frameworks log without the stacks of its exceptions: a process that is killed, or a store that is away, is no fault of the
/// program, and would fill pages in the log of every other process. What the program itself logs, and what ends it, is written whole.
/// </summary>
internal sealed class BriefFormatter(ITextFormatter whole) : ITextFormatter
{
    private const string Reason = "Reason";
    private static readonly MessageTemplateParser _templates = new();

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output) =>
        whole.Format(logEvent.Exception is { } cause && FrameworkEvents.Contains(logEvent) ? Brief(logEvent, cause) : logEvent, output);

    private static LogEvent Brief(LogEvent whole, Exception cause) => new(
        whole.Timestamp, whole.Level, exception: null, _templates.Parse($"{whole.MessageTemplate.Text.TrimEnd('.')} ({{{Reason}}})"),
        [
            .. whole.Properties.Select(property => new LogEventProperty(property.Key, property.Value)),
            new LogEventProperty(Reason, new ScalarValue($"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}")),
        ]);
}
