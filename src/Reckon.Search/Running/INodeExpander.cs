namespace Reckon.Search.Running;

/// <summary>Draws and judges children of one prefix.</summary>
public interface INodeExpander
{
    /// <summary>
    /// Returns exactly the children asked for. The same request gives the same children whenever, wherever and however
    /// often it is made.
    /// </summary>
    Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken);
}
