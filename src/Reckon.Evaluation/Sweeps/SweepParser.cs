using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads a sweep file. It never throws, whatever the text is; a spec that it returns can be run.</summary>
public static class SweepParser
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The spec in <paramref name="text"/>, or everything that is wrong with it, by place.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="fileName">The file's path; the paths in the text are relative to its folder.</param>
    /// <param name="files">Tells whether the dataset and the models are there.</param>
    /// <param name="strategies">The strategies that the text may name.</param>
    public static Validated<SweepSpec> Parse(string text, string fileName, IFileProbe files, StrategyRegistry strategies)
    {
        var log = new DiagnosticLog(fileName);
        return Read(text, fileName, files, strategies, log).Spec;
    }

    /// <summary>
    /// Like <see cref="Parse(string, string, IFileProbe, StrategyRegistry)"/>, from the file's bytes: UTF-8, with or without a byte
    /// order mark.
    /// </summary>
    public static Validated<SweepSpec> Parse(byte[] bytes, string fileName, IFileProbe files, StrategyRegistry strategies) =>
        Read(bytes, fileName, files, strategies).Spec;

    /// <summary>
    /// Like <see cref="Parse(byte[], string, IFileProbe, StrategyRegistry)"/>, but also returns what the file names where other parts are
    /// wrong.
    /// </summary>
    public static SweepReading Read(byte[] bytes, string fileName, IFileProbe files, StrategyRegistry strategies)
    {
        var log = new DiagnosticLog(fileName);
        return !IsTooLarge(bytes.Length, log) && StrictUtf8.Decode(bytes, log) is { } text
            ? Read(text, fileName, files, strategies, log)
            : new SweepReading(null, log.InOrder());
    }

    private static SweepReading Read(string text, string fileName, IFileProbe files, StrategyRegistry strategies, DiagnosticLog log)
    {
        var paths = new SweepPaths(fileName, files);
        var policies = new PolicyReader(paths, files);
        var draft = IsTooLarge(text.Length, log) ? null : Draft(text, paths, policies, strategies, log);
        return new SweepReading(draft, log.InOrder()) { Policies = [.. policies.Read] };
    }

    private static bool IsTooLarge(int length, DiagnosticLog log)
    {
        if (length <= MaxBytes)
        {
            return false;
        }

        log.Add(0, 0, "", $"the file is larger than {MaxBytes >> 20} MiB", "A sweep is a few lines; is this another file?");
        return true;
    }

    private static SweepSpec? Draft(string text, SweepPaths paths, PolicyReader policies, StrategyRegistry strategies, DiagnosticLog log)
    {
        switch (YamlSource.Read(text, log))
        {
            case null:
                return null;
            case SourceNode.Map root:
                return new SweepReader(new SectionReader(root, "", log), paths, policies, strategies).Read();
            case SourceNode.Scalar { IsNull: true }:
                log.Add(1, 1, "", "the file is empty", "Write a sweep; it starts with 'apiVersion: reckon/v1'");
                return null;
            case var other:
                log.Add(other.Line, other.Column, "", $"expected a sweep, found {other.Described}",
                    "A sweep starts with 'apiVersion: reckon/v1'");
                return null;
        }
    }
}
