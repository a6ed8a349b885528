using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Cli.Studying;

/// <summary>Reads what is asked of results: from a file, else from what the folder remembers of its sweep.</summary>
internal static class StudyFile
{
    /// <summary>What is asked; null when the file is wrong. All faults have then been written.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="sweep">The folder's sweep.</param>
    /// <param name="terminal">Where faults are written.</param>
    /// <exception cref="StudyException">The file cannot be read.</exception>
    public static StudySpec? Load(string? path, SweepSpec sweep, Terminal terminal)
    {
        if (path is null)
        {
            return sweep.Study ?? StudySpec.Default;
        }

        switch (StudyParser.Parse(Read(path), path))
        {
            case Validated<StudySpec>.Valid(var study):
                return study;
            case Validated<StudySpec>.Invalid(var diagnostics):
                FaultLines.Write(terminal, diagnostics);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StudyException(path, $"{cause.Message} Name a sweep file with --study, or leave it out", cause);
        }
    }
}
