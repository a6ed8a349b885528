using System.Collections.Immutable;
using Reckon.Inference.Prompts;

namespace Reckon.Inference.Prefixes;

/// <summary>
/// Cuts prompts into chunks of one size from the beginning, so that prompts which begin alike begin with the same chunks and
/// what they have in common is kept once.
/// </summary>
internal static class PromptChunks
{
    /// <summary>The chunks of <paramref name="prompt"/>: of <paramref name="size"/> tokens each, the last of 2 to <paramref name="size"/> + 1.</summary>
    /// <param name="prompt">At least one token; only a prompt of one makes a chunk of one.</param>
    /// <param name="size">At least 2.</param>
    public static ImmutableArray<Chunk> Of(ImmutableArray<int> prompt, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, PromptPieces.Least);
        var chunks = ImmutableArray.CreateBuilder<Chunk>();
        var start = 0;
        for (; prompt.Length - start > size + 1; start += size)
        {
            chunks.Add(new Chunk(prompt.Slice(start, size))); // Leaves two tokens or more.
        }

        chunks.Add(new Chunk(prompt[start..]));
        return chunks.ToImmutable();
    }
}
