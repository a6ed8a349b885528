using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference.Tokens;

/// <summary>Writes a problem as the model's prompt. Safe for any number of threads.</summary>
public interface IPromptEncoder
{
    /// <summary>The prompt's ids; at least one.</summary>
    ImmutableArray<int> Encode(Problem problem);

    /// <summary>The ids of a prompt that shows earlier answers to the problem, the oldest first; null where the model cannot be asked so.</summary>
    ImmutableArray<int>? EncodeRevision(Problem problem, IEnumerable<string> answers) => null;

    /// <summary>
    /// The same encoder, but what <paramref name="preface"/> says comes before the problem, in the place of what the model's folder says.
    /// Null changes nothing, nor does any for a verifier that is asked in a form of its own.
    /// </summary>
    IPromptEncoder With(Preface? preface) => this;
}
