using Microsoft.AspNetCore.Http;

namespace Reckon.Api.Streaming;

/// <summary>Counts the streams that are open: each holds a connection and a buffer for as long as its reader likes.</summary>
internal sealed class OpenStreams(ApiOptions options)
{
    private int _count;

    /// <summary>Streams that are open.</summary>
    public int Count => _count;

    /// <summary>Counts a stream that opens; false when there are as many as there may be.</summary>
    public bool TryOpen()
    {
        if (Interlocked.Increment(ref _count) <= options.MaxStreams)
        {
            return true;
        }

        Close();
        return false;
    }

    /// <summary>Counts a stream that has closed.</summary>
    public void Close() => Interlocked.Decrement(ref _count);

    /// <summary>A stream of the type <paramref name="type"/>, or the refusal where too many are open.</summary>
    public static IResult Answer(OpenStreams streams, string type, Func<Stream, Task> write)
    {
        if (!streams.TryOpen())
        {
            return Refusal();
        }

        return Results.Stream(
            async body =>
            {
                try
                {
                    await write(body);
                }
                finally
                {
                    streams.Close();
                }
            },
            type);
    }

    /// <summary>The refusal.</summary>
    public static IResult Refusal() => Results.Problem(
        title: "Too many streams", detail: "As many are open as api.maxStreams allows. Close one, or read by pages.",
        statusCode: StatusCodes.Status503ServiceUnavailable);
}
