using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>Writes a problem as the model's prompt. Safe for any number of threads.</summary>
public interface IPromptEncoder
{
    /// <summary>The prompt's ids; at least one.</summary>
    ImmutableArray<int> Encode(Problem problem);
}
