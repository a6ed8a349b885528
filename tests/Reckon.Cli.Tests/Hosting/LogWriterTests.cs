using Reckon.Cli.Hosting;
using Serilog;
using Serilog.Formatting.Compact;

namespace Reckon.Cli.Tests.Hosting;

public sealed class LogWriterTests
{
    [Fact]
    public async Task Each_line_is_an_event_and_braces_in_it_are_text()
    {
        using var output = new StringWriter { NewLine = "\n" };
        await using var log = new LoggerConfiguration().WriteTo.Sink(new TextSink(new RenderedCompactJsonFormatter(), output)).CreateLogger();
        await using var writer = new LogWriter(log);

        await writer.WriteLineAsync("ready: worker {1}");
        writer.Write("half a ");
        writer.Write("line\r\n");

        var lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("\"@m\":\"ready: worker {1}\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"@m\":\"half a line\"", lines[1], StringComparison.Ordinal);
    }
}
