using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>How a sweep stood when it was last looked at.</summary>
/// <param name="View">How far it was.</param>
/// <param name="Document">The same as it is sent: written once, however many watch.</param>
/// <param name="Content">The document without its time.</param>
/// <param name="Events">The last things that had happened to it.</param>
internal sealed record SweepMoment(SweepView View, string Document, string Content, ImmutableArray<SweepEvent> Events)
{
    /// <summary>Whether it may go on.</summary>
    public bool IsOpen => View.Phase is SweepPhase.Running or SweepPhase.Stopped;

    /// <summary>Whether <paramref name="other"/> shows the same.</summary>
    public bool IsLike(SweepMoment other) => Content == other.Content && Events == other.Events;
}
