using Reckon.Cli.Hosting;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;
using Serilog.Parsing;

namespace Reckon.Cli.Tests.Hosting;

public sealed class ServerLogTests
{
    private const string Framework = "Orleans.Runtime.MembershipService";
    private const string Own = "Reckon.Coordinator.Sweeps";
    private const string Failed = "It failed.";

    private static readonly DateTimeOffset _noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_a_framework_logs_has_its_reason_in_the_same_line()
    {
        Assert.Equal("It failed (InvalidOperationException: no reason)\n", Written(Framework, LogEventLevel.Error));
    }

    [Theory]
    [InlineData(Framework, LogEventLevel.Fatal)]
    [InlineData(Own, LogEventLevel.Warning)]
    public void What_the_program_logs_and_what_ends_it_is_written_whole(string source, LogEventLevel level)
    {
        Assert.StartsWith("It failed.\nSystem.InvalidOperationException: no reason\n   at ", Written(source, level), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_message_that_holds_an_exceptions_text_the_first_line_is_written()
    {
        Assert.Equal("A call failed: no reason\n", Written(Framework, LogEventLevel.Warning, "A call failed: no reason\n   at Program.Main", thrown: null));
    }

    [Fact]
    public void What_a_framework_repeats_is_written_every_ten_seconds_and_what_the_program_repeats_always()
    {
        var repeated = new RepeatedEvents();
        bool Has(string source, int second) => repeated.Contains(Event(source, LogEventLevel.Warning, _noon.AddSeconds(second)));

        Assert.Equal([false, true, true, false, true], new[] { 0, 1, 9, 10, 11 }.Select(second => Has(Framework, second)));
        Assert.Equal([false, false], new[] { 0, 1 }.Select(second => Has(Own, second)));
    }

    private static string Written(string source, LogEventLevel level) => Written(source, level, Failed, Thrown());

    private static string Written(string source, LogEventLevel level, string message, Exception? thrown)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new BriefFormatter(new MessageTemplateTextFormatter("{Message:lj}\n{Exception}")).Format(Event(source, level, _noon, message, thrown), output);
        return output.ToString();
    }

    private static LogEvent Event(
        string source, LogEventLevel level, DateTimeOffset when, string message = Failed, Exception? thrown = null) => new(
        when, level, thrown, new MessageTemplateParser().Parse(message),
        [new LogEventProperty(Constants.SourceContextPropertyName, new ScalarValue(source))]);

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("no reason");
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }
}
