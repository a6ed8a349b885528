using System.Collections.Immutable;

namespace Reckon.Evaluation.Diagnostics;

/// <summary>Collects the faults of one file. Their number is limited, so that a hostile file cannot fill the memory.</summary>
internal sealed class DiagnosticLog(string file)
{
    private const int Most = 1_000;

    private readonly List<Diagnostic> _entries = [];

    public bool IsClean => _entries.Count == 0;

    public int Count => _entries.Count;

    /// <summary>Whether further faults are dropped: then nobody needs to look for them.</summary>
    public bool IsFull => _entries.Count >= Most;

    public void Add(int line, int column, string path, string message, string remedy)
    {
        if (!IsFull)
        {
            _entries.Add(new Diagnostic(file, line, column, path, message, remedy));
        }
    }

    /// <summary>The faults, by place.</summary>
    public ImmutableArray<Diagnostic> InOrder() => [.. _entries.OrderBy(entry => entry.Line).ThenBy(entry => entry.Column)];
}
