using System.Net;
using Microsoft.Playwright;
using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary><c>reckon run --dashboard</c>, in a real browser.</summary>
public sealed class RunDashboardTests(Browser browser) : IDisposable
{
    private const string Announced = "dashboard at ";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_run_shows_its_dashboard_while_it_runs_and_stays_with_its_results()
    {
        await using var window = await browser.OpenAsync();
        var page = window.Page;
        using var run = await StartAsync("--stay", problems: 60);
        await page.GotoAsync(run.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "here", Exact = true }).ClickAsync();
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        await Assertions.Expect(page.Locator("table.grid").First).ToContainTextAsync("best-of-n");
        await Assertions.Expect(page.Locator(".acts a")).ToHaveCountAsync(0); // It is for reading.
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("finished", new() { Timeout = 240_000 });
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        await run.UntilAsync("The dashboard stays");
        await page.ReloadAsync(); // From the folder now.
        await Assertions.Expect(page.Locator(".figures")).ToContainTextAsync("Device time");
        await page.GetByRole(AriaRole.Link, new() { Name = "Problems", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main [role=status]")).ToContainTextAsync("60 of 60 problems");
        run.Process.SendInterrupt();
        Assert.Equal(0, await run.Process.ExitAsync());
    }

    [Fact]
    public async Task Nobody_can_change_a_run_over_its_dashboard_and_it_ends_with_it()
    {
        using var run = await StartAsync("--dashboard", problems: 4);
        using var http = new HttpClient { BaseAddress = new Uri(run.Address) };
        using var order = new HttpRequestMessage(HttpMethod.Post, "sweeps/here/act/cancel");
        order.Headers.Add("Sec-Fetch-Site", "same-origin");
        order.Content = new FormUrlEncodedContent([new("why", "to see whether it does")]);
        using var answer = await http.SendAsync(order, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var api = await http.GetAsync(new Uri("v1/sweeps", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(0, await run.Process.ExitAsync());
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Run> StartAsync(string flag, int problems)
    {
        var run = new Run(flag, _folder.Write("here.yaml", SmallSweep.Spec("here", problems)), _folder.File("out"));
        await run.UntilAsync(Announced);
        return run;
    }

    private sealed class Run : IDisposable
    {
        private readonly string[] _arguments;
        private readonly List<(string Part, TaskCompletionSource Seen)> _awaited = [];

        public Run(string flag, string spec, string folder)
        {
            _arguments = ["run", spec, "--out", folder, flag, "--listen", "http://127.0.0.1:0"];
            Process = ReckonProcess.Start(Note, _arguments);
        }

        public ReckonProcess Process { get; }

        public string Address => Process.Error.Split('\n').First(line => line.StartsWith(Announced, StringComparison.Ordinal))[Announced.Length..];

        public async Task UntilAsync(string part)
        {
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_awaited)
            {
                _awaited.Add((part, seen));
            }

            Note(Process.Error);
            var first = await Task.WhenAny(seen.Task, Process.ExitAsync());
            Assert.True(first == seen.Task, Process.Error);
        }

        public void Dispose() => Process.Dispose();

        private void Note(string text)
        {
            lock (_awaited)
            {
                _awaited.Where(awaited => text.Contains(awaited.Part, StringComparison.Ordinal)).ToList().ForEach(awaited => awaited.Seen.TrySetResult());
            }
        }
    }
}
