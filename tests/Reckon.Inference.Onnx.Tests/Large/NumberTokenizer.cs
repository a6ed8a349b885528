using System.Collections.Immutable;
using System.Globalization;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Onnx.Tests.Large;

/// <summary>A tokenizer of any size: its words are numbers, and a line break.</summary>
internal sealed class NumberTokenizer(int size) : ITokenizer
{
    public const int Begin = 1;
    public const int End = 2;
    public const int Delimiter = 3;

    public int Size => size;

    public ImmutableArray<int> Encode(string text) =>
        [.. text.Replace("\n", "\n ").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word == "\n" ? Delimiter : int.Parse(word, CultureInfo.InvariantCulture))];

    public string Decode(ReadOnlySpan<int> tokens)
    {
        var text = "";
        foreach (var token in tokens)
        {
            text += IsSpecial(token) ? "" : token == Delimiter ? "\n" : $"{token} ";
        }

        return text;
    }

    public bool TryGetId(string token, out int id) => int.TryParse(token, out id) && id < size;

    public bool IsSpecial(int id) => id < Delimiter;
}
