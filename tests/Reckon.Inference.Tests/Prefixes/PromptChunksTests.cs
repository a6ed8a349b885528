using System.Collections.Immutable;
using CsCheck;
using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Tests.Prefixes;

public sealed class PromptChunksTests
{
    [Fact]
    public void Cuts_a_prompt_into_itself_and_leaves_no_token_alone() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[2, 70]).Sample((length, size) =>
        {
            var prompt = Enumerable.Range(0, length).ToImmutableArray();

            var chunks = PromptChunks.Of(prompt, size);

            Assert.Equal(prompt, chunks.SelectMany(chunk => chunk.Tokens));
            Assert.All(chunks.SkipLast(1), chunk => Assert.Equal(size, chunk.Length));
            Assert.InRange(chunks[^1].Length, Math.Min(length, 2), size + 1);
        });

    [Fact]
    public void Cuts_prompts_that_begin_alike_into_chunks_that_begin_alike() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[2, 90], Gen.Int[2, 90]).Sample((common, left, right) =>
        {
            const int size = 16;
            var head = Enumerable.Range(0, common);
            var (first, second) = (PromptChunks.Of([.. head, .. Enumerable.Repeat(-1, left)], size),
                PromptChunks.Of([.. head, .. Enumerable.Repeat(-2, right)], size));

            var shared = first.Zip(second).TakeWhile(pair => pair.First == pair.Second).Sum(pair => pair.First.Length);

            Assert.InRange(shared, common - size, common);
        });
}
