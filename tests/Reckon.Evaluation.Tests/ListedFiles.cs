using Reckon.Evaluation.Files;

namespace Reckon.Evaluation.Tests;

/// <summary>The files that there are.</summary>
internal sealed class ListedFiles(params string[] paths) : IFileProbe
{
    /// <summary>What <see cref="Sweeps.SweepText.Full"/> names.</summary>
    public static ListedFiles ForDemo { get; } = new(
        "sweeps/../datasets/test.jsonl", "sweeps/../models/writer/reckon.json", "sweeps/../models/judge/reckon.json");

    public bool Exists(string path) => paths.Contains(path);

    public bool IsFolder(string path) => paths.Any(file => file.StartsWith($"{path}/", StringComparison.Ordinal));
}
