using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Configuration;

/// <summary>The place that sets a value, such as <c>reckon.yaml:3:5</c>, <c>RECKON__Engine__MaxRows</c> or <c>--rows</c>.</summary>
/// <param name="Source">What kind of place it is.</param>
/// <param name="Name">The file, the variable or the option.</param>
/// <param name="Line">Line in the file, from 1; 0 elsewhere.</param>
/// <param name="Column">Column in the file, from 1; 0 elsewhere.</param>
/// <param name="Path">The key in the file; empty elsewhere.</param>
internal sealed record SettingPlace(SettingSource Source, string Name, int Line = 0, int Column = 0, string Path = "")
{
    /// <summary>A fault at this place.</summary>
    public Diagnostic Fault(string message, string remedy) => new(Name, Line, Column, Path, message, remedy);

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{Name}:{Line}:{Column}" : Name;
}
