using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads the section <c>study</c> of a file alone: of a sweep file, or of one that has nothing else. It never throws.</summary>
public static class StudyParser
{
    /// <summary>What the file's section says, or everything that is wrong with it, by place.</summary>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <param name="fileName">Its path; the paths in it are relative to its folder.</param>
    public static Validated<StudySpec> Parse(byte[] bytes, string fileName)
    {
        var log = new DiagnosticLog(fileName);
        var study = StrictUtf8.Decode(bytes, log) is { } text ? Read(text, fileName, log) : null;
        return study is not null && log.IsClean ? new Validated<StudySpec>.Valid(study) : new Validated<StudySpec>.Invalid(log.InOrder());
    }

    private static StudySpec? Read(string text, string fileName, DiagnosticLog log)
    {
        if (YamlSource.Read(text, log) is SourceNode.Map root && new SectionReader(root, "", log).RequiredSection("study") is { } section)
        {
            return new StudyReader(section, Path.GetDirectoryName(fileName) ?? "").Read();
        }

        if (log.IsClean)
        {
            log.Add(1, 1, "", "there is no section 'study'", "Name a sweep file, or a file that holds 'study:' with its keys below");
        }

        return null;
    }
}
