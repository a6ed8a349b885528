using System.Collections.Immutable;
using Reckon.Inference.Tokens;
using Reckon.Search;

namespace Reckon.Inference.Tests.Engines;

/// <summary>Another way to put problems to a model, that has nothing to say of a question without text.</summary>
internal sealed class SelectivePrompt(IPromptEncoder inner) : IPromptEncoder
{
    public ImmutableArray<int> Encode(Problem problem) => problem.Question.Length == 0 ? [] : inner.Encode(problem);
}
