using Reckon.Search.Running;

namespace Reckon.Testing;

/// <summary>A draw that comes when the test says so.</summary>
public sealed class HeldDraw(ExpandRequest request)
{
    private readonly TaskCompletionSource _comes = new();

    /// <summary>What was asked for.</summary>
    public ExpandRequest Request => request;

    /// <summary>The steps before it.</summary>
    public int Depth => request.Prefix.Steps.Length;

    /// <summary>Ends when it comes.</summary>
    public Task Comes => _comes.Task;

    /// <summary>Lets it come.</summary>
    public void Come() => _comes.TrySetResult();

    /// <summary>Lets it fail.</summary>
    public void Fail(Exception cause) => _comes.TrySetException(cause);
}
