namespace Reckon.Benchmarks.Viewing;

/// <summary>Many who keep the page of a sweep open, in one process. It says that it is ready when each has been sent something.</summary>
internal static class ViewerClients
{
    public static async Task<int> RunAsync(string url, string sweep, int count)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = Timeout.InfiniteTimeSpan };
        var sent = new CountdownEvent(count);
        var viewing = Enumerable.Range(0, count).Select(_ => ViewAsync(http, sweep, sent)).ToList();
        await Task.Run(sent.Wait);
        Console.WriteLine("ready");
        await Task.WhenAny(Task.WhenAll(viewing), Console.In.ReadToEndAsync());
        return 0;
    }

    private static async Task ViewAsync(HttpClient http, string sweep, CountdownEvent sent)
    {
        using var answer = await http.GetAsync(new Uri($"dashboard/sweeps/{sweep}/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[1 << 16];
        for (var isFirst = true; await stream.ReadAsync(buffer) > 0; isFirst = false)
        {
            if (isFirst)
            {
                sent.Signal();
            }
        }
    }
}
