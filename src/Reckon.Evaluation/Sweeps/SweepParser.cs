using System.Text;

namespace Reckon.Evaluation;

/// <summary>Reads a sweep file. Whatever the text is, it returns; a spec that it returns can be run.</summary>
public static class SweepParser
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The spec in <paramref name="text"/>, or everything that is wrong with it, by place.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">The file's path; the paths in the text are relative to its folder.</param>
    /// <param name="files">Tells whether the dataset and the models are there.</param>
    public static Validated<SweepSpec> Parse(string text, string fileName, IFileProbe files)
    {
        var log = new DiagnosticLog(fileName);
        var spec = IsTooLarge(text.Length, log) ? null : Read(text, fileName, files, log);
        return spec is not null && log.IsClean
            ? new Validated<SweepSpec>.Valid(spec)
            : new Validated<SweepSpec>.Invalid(log.InOrder());
    }

    /// <summary>As <see cref="Parse(string, string, IFileProbe)"/>, of the file's bytes: UTF-8, with or without a byte order mark.</summary>
    public static Validated<SweepSpec> Parse(byte[] bytes, string fileName, IFileProbe files)
    {
        var log = new DiagnosticLog(fileName);
        return !IsTooLarge(bytes.Length, log) && StrictUtf8.Decode(bytes, log) is { } text
            ? Parse(text, fileName, files)
            : new Validated<SweepSpec>.Invalid(log.InOrder());
    }

    private static bool IsTooLarge(int length, DiagnosticLog log)
    {
        if (length <= MaxBytes)
        {
            return false;
        }

        log.Add(0, 0, "", $"the file is larger than {MaxBytes >> 20} MiB", "A sweep takes some lines; is this another file?");
        return true;
    }

    private static SweepSpec? Read(string text, string fileName, IFileProbe files, DiagnosticLog log)
    {
        switch (YamlSource.Read(text, log))
        {
            case null:
                return null;
            case SourceNode.Map root:
                return new SweepReader(new SectionReader(root, "", log), new SweepPaths(fileName, files)).Read();
            case SourceNode.Scalar { IsNull: true }:
                log.Add(1, 1, "", "the file is empty", "Write a sweep; it begins with 'apiVersion: reckon/v1'");
                return null;
            case var other:
                log.Add(other.Line, other.Column, "", $"expected a sweep, found {other.Described}", "A sweep begins with 'apiVersion: reckon/v1'");
                return null;
        }
    }
}
