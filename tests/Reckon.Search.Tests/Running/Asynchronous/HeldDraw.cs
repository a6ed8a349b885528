using Reckon.Search.Running;

namespace Reckon.Search.Tests.Running.Asynchronous;

/// <summary>A draw that comes when the test says so.</summary>
internal sealed class HeldDraw(ExpandRequest request)
{
    private readonly TaskCompletionSource _comes = new();

    public ExpandRequest Request => request;

    /// <summary>The steps before it.</summary>
    public int Depth => request.Prefix.Steps.Length;

    public Task Comes => _comes.Task;

    public void Come() => _comes.TrySetResult();

    public void Fail(Exception cause) => _comes.TrySetException(cause);
}
