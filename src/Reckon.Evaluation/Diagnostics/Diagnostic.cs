namespace Reckon.Evaluation.Diagnostics;

/// <summary>One fault in a file that a person wrote: where it is, what was expected, what to do.</summary>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="Line">Line, from 1; 0 when the fault is in no line, such as a file that is not there.</param>
/// <param name="Column">Column in characters, from 1; 0 when it is in no column.</param>
/// <param name="Path">The value's place, such as <c>strategies[1].beam.width</c>; empty when it is in no value.</param>
/// <param name="Message">What was expected and what was found, without a full stop.</param>
/// <param name="Remedy">What to do about it, without a full stop; may be a question.</param>
public sealed record Diagnostic(string File, int Line, int Column, string Path, string Message, string Remedy)
{
    /// <summary>One line: <c>file:line:column: path: message. remedy.</c></summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{File}:{Line}:{Math.Max(Column, 1)}" : File;
        var what = Path.Length > 0 ? $"{Path}: {Message}" : Message;
        return $"{place}: {what}. {Remedy}{(Remedy.EndsWith('?') ? "" : ".")}";
    }
}
