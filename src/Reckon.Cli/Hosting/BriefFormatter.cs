using System.Globalization;
using Serilog.Core;
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
        whole.Format(FrameworkEvents.Contains(logEvent) ? FirstLine(WithoutStack(logEvent)) : logEvent, output);

    private static LogEvent WithoutStack(LogEvent whole) => whole.Exception is not { } cause ? whole : new(
        whole.Timestamp, whole.Level, exception: null, _templates.Parse($"{whole.MessageTemplate.Text.TrimEnd('.')} ({{{Reason}}})"),
        [
            .. PropertiesOf(whole),
            new LogEventProperty(Reason, new ScalarValue($"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}")),
        ]);

    // Some messages hold the text of an exception.
    private static LogEvent FirstLine(LogEvent whole)
    {
        var message = whole.RenderMessage(CultureInfo.InvariantCulture);
        var end = message.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? whole : new(
            whole.Timestamp, whole.Level, exception: null, new MessageTemplate([new TextToken(message[..end].TrimEnd())]),
            [.. PropertiesOf(whole).Where(property => property.Name == Constants.SourceContextPropertyName)]);
    }

    private static IEnumerable<LogEventProperty> PropertiesOf(LogEvent occurred) =>
        occurred.Properties.Select(property => new LogEventProperty(property.Key, property.Value));
}
