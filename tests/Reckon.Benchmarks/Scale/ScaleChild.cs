using System.Diagnostics;

namespace Reckon.Benchmarks.Scale;

/// <summary>A part of the measurement in a process of its own. It ends when its input does.</summary>
internal sealed class ScaleChild : IDisposable
{
    private readonly Process _process;

    public ScaleChild(string[] arguments, string benchmark = "scale")
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(ScaleChild).Assembly.Location, benchmark, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        Line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"'{benchmark} {arguments[0]}' ended at once.");
    }

    /// <summary>The line in which it said that it is ready.</summary>
    public string Line { get; }

    /// <summary>Its process.</summary>
    public int Id => _process.Id;

    public void Dispose() => _process.Dispose();
}
