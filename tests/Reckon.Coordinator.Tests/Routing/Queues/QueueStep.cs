using CsCheck;

namespace Reckon.Coordinator.Tests.Routing.Queues;

/// <summary>Something that happens to a queue; what the two numbers mean depends on the kind.</summary>
internal sealed record QueueStep(QueueStep.Kind What, int Which, int Much)
{
    /// <summary>Any order of any steps.</summary>
    public static readonly Gen<List<QueueStep>> Any = Gen.Select(
        Gen.Enum<Kind>(), Gen.Int[0, 1_000], Gen.Int[0, 1_000],
        (kind, which, much) => new QueueStep(kind, which, much)).List[1, 200];

    internal enum Kind
    {
        Add,
        Send,
        Return,
        JoinOrLeave,
        Cancel,
        LetTimePass,
        Hear,
        Lose,
        CopyLate,
    }
}
