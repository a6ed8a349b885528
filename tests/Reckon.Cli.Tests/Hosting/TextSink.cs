using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Reckon.Cli.Tests.Hosting;

/// <summary>Writes events as they come.</summary>
internal sealed class TextSink(ITextFormatter formatter, TextWriter output) : ILogEventSink
{
    public void Emit(LogEvent logEvent) => formatter.Format(logEvent, output);
}
