using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads the policy files that a sweep names. What is wrong with one is reported with its own place.</summary>
internal sealed class PolicyReader(SweepPaths paths, IFileProbe files)
{
    private readonly List<string> _read = [];

    /// <summary>The files that were read, by path.</summary>
    public IReadOnlyList<string> Read => _read;

    /// <summary>The policy at <paramref name="node"/>; null where there is none, which has been reported.</summary>
    public PolicyFile? Of(SectionReader section, string key, SourceNode node, string at)
    {
        var path = paths.FileAt(section, key, node, at, "the path of a policy file, which a report writes");
        if (path.Length == 0)
        {
            return null;
        }

        if (!_read.Contains(path))
        {
            _read.Add(path);
        }

        switch (files.Read(path, PolicyFile.MaxBytes).Then(bytes => PolicyParser.Parse(bytes, path)))
        {
            case Validated<PolicyFile>.Valid(var policy):
                return policy;
            case Validated<PolicyFile>.Invalid(var faults):
                foreach (var fault in faults)
                {
                    var place = fault.Line > 0 ? FormattableString.Invariant($" (line {fault.Line}, {(fault.Path.Length > 0 ? fault.Path : "the file")})") : "";
                    section.Log.Add(node.Line, node.Column, at, $"the policy {Quoted.Of(path)} cannot be used{place}: {fault.Message}", fault.Remedy);
                }

                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }
}
