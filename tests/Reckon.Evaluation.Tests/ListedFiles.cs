using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;

namespace Reckon.Evaluation.Tests;

/// <summary>The files that there are.</summary>
internal sealed class ListedFiles(params string[] paths) : IFileProbe
{
    /// <summary>What <see cref="Sweeps.SweepText.Full"/> names.</summary>
    public static ListedFiles ForDemo { get; } = new(
        "sweeps/../datasets/test.jsonl", "sweeps/../models/writer/reckon.json", "sweeps/../models/judge/reckon.json");

    /// <summary>What files hold, by path: they are there, too.</summary>
    public ImmutableDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool Exists(string path) => paths.Contains(path) || Texts.ContainsKey(path);

    public bool IsFolder(string path) => paths.Any(file => file.StartsWith($"{path}/", StringComparison.Ordinal));

    public Validated<byte[]> Read(string path, long maxBytes) => Texts.TryGetValue(path, out var text)
        ? new Validated<byte[]>.Valid(Encoding.UTF8.GetBytes(text))
        : new Validated<byte[]>.Invalid([new Diagnostic(path, 0, 0, "", "there is no such file", "Correct the path")]);
}
