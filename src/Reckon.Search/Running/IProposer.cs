namespace Reckon.Search.Running;

/// <summary>The model that writes.</summary>
public interface IProposer
{
    /// <summary>
    /// Returns one proposal for each child asked for, in the order of indices. Child i is drawn with the stream of
    /// <see cref="Prefix.Key"/>'s child i; the steps of an answer after its first with the streams of child 0 of the step
    /// before, so that a whole answer and the same path drawn step by step are identical.
    /// </summary>
    Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken);
}
