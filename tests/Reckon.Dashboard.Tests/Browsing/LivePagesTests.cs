using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>The pages of a cluster that runs a sweep, in a real browser.</summary>
public sealed partial class LivePagesTests(Browser browser, LiveCluster cluster) : IClassFixture<LiveCluster>
{
    [Fact]
    public async Task An_operator_follows_a_sweep_pauses_and_resumes_it_through_a_lost_connection_and_cancels_it()
    {
        await using var window = await browser.OpenAsync();
        await cluster.StartAsync();
        var port = LiveCluster.FreePort();
        var dashboard = await DashboardProcess.StartAsync(port, "--server", cluster.Server);
        await cluster.SubmitAsync("followed", problems: 500, seeds: 16); // However slow the browser is, it is cancelled before it ends.
        var page = window.Page;
        await SignInAsync(page, dashboard.Address, LiveCluster.Operator);
        await page.GetByRole(AriaRole.Link, new() { Name = "followed", Exact = true }).ClickAsync();

        // It fills by itself.
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        await Assertions.Expect(page.Locator("#link")).ToHaveTextAsync("live");
        await Assertions.Expect(page.Locator("table.grid").First).ToContainTextAsync("best-of-n", new() { Timeout = 60_000 });
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        await window.ScreenAsync("live-sweep");
        Assert.Empty(await window.BarriersAsync());

        // How it shares the workers can be changed while it runs.
        await page.GetByRole(AriaRole.Link, new() { Name = "Retune" }).ClickAsync();
        await window.ScreenAsync("live-retune");
        Assert.Empty(await window.BarriersAsync());
        await page.GetByLabel("Problems at once").FillAsync("7");
        await page.GetByLabel("Priority").FillAsync("3");
        await page.GetByLabel("Reason").FillAsync("others wait");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retune" }).ClickAsync();
        await Assertions.Expect(page.Locator(".figures")).ToContainTextAsync("at most 7; priority 3");

        // An order names its reason, and the reason is recorded.
        await page.GetByRole(AriaRole.Link, new() { Name = "Pause" }).ClickAsync();
        await window.ScreenAsync("live-pause");
        await page.GetByLabel("Reason").FillAsync("the room is <b>warm</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("paused");
        await page.GetByRole(AriaRole.Link, new() { Name = "Events" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("olgathe room is <b>warm</b>");
        await Assertions.Expect(page.Locator("tbody tr").Nth(1)).ToContainTextAsync("olgaothers wait");
        await window.ScreenAsync("live-events");

        // The dashboard goes and comes back; the page stays.
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        dashboard.Dispose();
        await Assertions.Expect(page.Locator("#link")).ToContainTextAsync("connection lost", new() { Timeout = 60_000 });
        using var again = await DashboardProcess.StartAsync(port, "--server", cluster.Server);
        await Assertions.Expect(page.Locator("#link")).ToHaveTextAsync("live", new() { Timeout = 60_000 });
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameDocument === true"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Cluster" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("paused");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("abacus-proposer@");
        await window.ScreenAsync("live-cluster");
        Assert.Empty(await window.BarriersAsync());

        await page.GotoAsync($"{again.Address}sweeps/followed");
        await OrderAsync(page, "Resume", "cooler now");
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("running");
        await OrderAsync(page, "Cancel", "seen enough");
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("cancelled");
        await Assertions.Expect(page.Locator("#link")).ToHaveTextAsync("up to date");
    }

    [Fact]
    public async Task A_viewer_reads_and_is_offered_no_orders_where_the_api_serves_the_pages()
    {
        await using var window = await browser.OpenAsync();
        await cluster.StartAsync();
        await cluster.SubmitAsync("read", problems: 2);
        var page = window.Page;
        await page.GotoAsync(cluster.Server); // Leads to the dashboard, and that to where one says who one is.
        await Assertions.Expect(page).ToHaveURLAsync(SignInAddress());
        await page.GetByLabel("secret").FillAsync("not a secret of anybody");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await SignInAsync(page, $"{cluster.Server}/dashboard/", LiveCluster.Viewer);
        await Assertions.Expect(page.Locator(".who")).ToHaveTextAsync("victor · viewer");
        await page.GetByRole(AriaRole.Link, new() { Name = "read", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("finished", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".acts a")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Problems", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "abacus-test-0001" }).ClickAsync();
        await Assertions.Expect(page.Locator(".drawing svg")).ToBeVisibleAsync();
        await page.GotoAsync($"{cluster.Server}/dashboard/sweeps/read/act/cancel");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Only operators");
        await page.GotoAsync($"{cluster.Server}/dashboard/sweeps/read");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync($"{cluster.Server}/dashboard/sweeps/read");
        await Assertions.Expect(page).ToHaveURLAsync(SignInAddress());
    }

    private static async Task SignInAsync(IPage page, string address, string secret)
    {
        await page.GotoAsync($"{address}sign-in");
        await page.GetByLabel("secret").FillAsync(secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sweeps" })).ToBeVisibleAsync();
    }

    private static async Task OrderAsync(IPage page, string order, string why)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = order, Exact = true }).ClickAsync();
        await page.GetByLabel("Reason").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = order, Exact = true }).ClickAsync();
    }

    [GeneratedRegex("/dashboard/sign-in$")]
    private static partial Regex SignInAddress();
}
