namespace Reckon.Kubernetes.Tests.Images;

/// <summary>The instructions of a Dockerfile, with its build arguments filled in. Pure.</summary>
internal sealed class ContainerFile
{
    private ContainerFile(IReadOnlyList<(string Stage, string Word, string Words)> instructions) => Instructions = instructions;

    /// <summary>Each with the stage that it belongs to.</summary>
    public IReadOnlyList<(string Stage, string Word, string Words)> Instructions { get; }

    /// <summary>Reads <paramref name="text"/>.</summary>
    /// <param name="text">The file.</param>
    /// <param name="arguments">What <c>--build-arg</c> gives.</param>
    public static ContainerFile Read(string text, IReadOnlyDictionary<string, string> arguments)
    {
        var stage = "";
        var instructions = new List<(string, string, string)>();
        foreach (var line in text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var (word, rest) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim());
            rest = arguments.Aggregate(rest, (filled, argument) => filled.Replace($"${{{argument.Key}}}", argument.Value, StringComparison.Ordinal));
            stage = word == "FROM" ? rest.Split(' ')[^1] : stage;
            instructions.Add((stage, word, rest));
        }

        return new ContainerFile(instructions);
    }

    /// <summary>The instructions <paramref name="word"/> of <paramref name="stage"/>.</summary>
    public IEnumerable<string> Of(string stage, string word) =>
        Instructions.Where(it => it.Stage == stage && it.Word == word).Select(it => it.Words);
}
