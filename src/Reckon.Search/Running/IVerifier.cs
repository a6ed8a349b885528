using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Running;

/// <summary>The model that judges.</summary>
public interface IVerifier
{
    /// <summary>
    /// Scores every step of each continuation of <paramref name="prefix"/>, each in [0, 1], in order. No continuation is
    /// truncated: the caller withholds those.
    /// </summary>
    Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken);
}
