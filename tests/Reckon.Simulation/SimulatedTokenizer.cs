using System.Collections.Immutable;
using System.Text;
using Reckon.Inference.Tokens;

namespace Reckon.Simulation;

/// <summary>One token a byte of UTF-8, after four marks.</summary>
public sealed class SimulatedTokenizer : ITokenizer
{
    /// <summary>Opens a prompt.</summary>
    public const int Begin = 1;

    /// <summary>Ends a text.</summary>
    public const int End = 2;

    /// <summary>Ends a prompt.</summary>
    public const int Go = 3;

    /// <summary>Ends a step: the line feed.</summary>
    public const int Delimiter = FirstByte + '\n';

    internal const int FirstByte = 4;
    private static readonly string[] _marks = ["<pad>", "<s>", "</s>", "<go>"];

    /// <inheritdoc/>
    public int Size => FirstByte + 256;

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(string text) => [.. Encoding.UTF8.GetBytes(text).Select(letter => FirstByte + letter)];

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var bytes = new List<byte>(tokens.Length);
        foreach (var token in tokens)
        {
            if (!IsSpecial(token))
            {
                bytes.Add((byte)(token - FirstByte));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <inheritdoc/>
    public bool TryGetId(string token, out int id)
    {
        var letters = Encode(token);
        id = Array.IndexOf(_marks, token) is var mark and >= 0 ? mark : letters is [var letter] ? letter : -1;
        return id >= 0;
    }

    /// <inheritdoc/>
    public bool IsSpecial(int id) => id < FirstByte;
}
