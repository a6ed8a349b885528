using System.Net.ServerSentEvents;

namespace Reckon.Benchmarks.Watching;

/// <summary>Many who watch one sweep, in one process. It says that it is ready when each has been told something.</summary>
internal static class WatcherClients
{
    public static async Task<int> RunAsync(string url, string sweep, int count)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        var told = new CountdownEvent(count);
        var watching = Enumerable.Range(0, count).Select(_ => WatchAsync(http, sweep, told)).ToList();
        await Task.Run(told.Wait);
        Console.WriteLine("ready");
        await Task.WhenAny(Task.WhenAll(watching), Console.In.ReadToEndAsync());
        return 0;
    }

    private static async Task WatchAsync(HttpClient http, string sweep, CountdownEvent told)
    {
        using var answer = await http.GetAsync(new Uri($"v1/sweeps/{sweep}/watch", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var isFirst = true;
        await foreach (var _ in SseParser.Create(stream).EnumerateAsync())
        {
            if (isFirst)
            {
                told.Signal();
                isFirst = false;
            }
        }
    }
}
