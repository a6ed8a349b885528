using System.Text;
using Serilog;

namespace Reckon.Cli.Hosting;

/// <summary>Has lines that are written become events of a log. Not for use by two at once.</summary>
internal sealed class LogWriter(ILogger log) : TextWriter
{
    private readonly StringBuilder _line = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        log.Information(_line.Replace("{", "{{").Replace("}", "}}").ToString().TrimEnd('\r')); // The line is no template.
        _line.Clear();
    }
}
