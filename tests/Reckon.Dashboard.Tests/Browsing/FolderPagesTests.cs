using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>The pages of a folder of results, in a real browser.</summary>
public sealed partial class FolderPagesTests(Browser browser, SmallSweep sweep)
{
    private const string Problem = "sweeps/small/problem?id=abacus-test-0004&trial=0%20beam%20n%3D16%20width%3D4";
    private const string BesideEachOther = Problem + "&trial=0%20best-of-n%20n%3D4";
    private const int Views = 10;

    [Fact]
    public async Task A_folder_opens_with_its_sweep_and_leads_to_every_page()
    {
        await using var window = await browser.OpenAsync();
        var address = await sweep.AddressAsync();
        var page = window.Page;
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "small", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("small");
        await Assertions.Expect(page.Locator("table.grid").First).ToContainTextAsync("best-of-n");
        await Assertions.Expect(page.Locator(".star")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "tokens", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(UnitInAddress());
        await page.GetByRole(AriaRole.Link, new() { Name = "Problems", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "abacus-test-0004" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Question" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".drawing svg circle.path").First).ToBeVisibleAsync();
        Assert.Empty(window.Faults(address));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_survive_a_reload()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync(await sweep.AddressAsync() + "sweeps/small/problems");
        await Choice(window.Page, "Verdict").SelectOptionAsync("Wrong");
        await Choice(window.Page, "Run").SelectOptionAsync("best-of-n n=1");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(FilterInAddress());
        await window.Page.ReloadAsync();
        await Assertions.Expect(Choice(window.Page, "Verdict")).ToHaveValueAsync("Wrong");
        var shares = await window.Page.Locator("tbody .chip").AllInnerTextsAsync();
        Assert.NotEmpty(shares);
        Assert.All(shares, share => Assert.Equal("0.0 %", share));
    }

    [Fact]
    public async Task Two_trials_stand_beside_each_other()
    {
        await using var window = await browser.OpenAsync(width: 1600);
        await window.Page.GotoAsync(await sweep.AddressAsync() + BesideEachOther);
        await Assertions.Expect(window.Page.Locator("article.trial")).ToHaveCountAsync(2);
        var boxes = await Task.WhenAll((await window.Page.Locator("article.trial").AllAsync()).Select(article => article.BoundingBoxAsync()));
        Assert.Equal(boxes[0]!.Y, boxes[1]!.Y);
    }

    [Fact]
    public async Task The_first_view_is_small_and_fast()
    {
        var address = $"{await sweep.AddressAsync()}sweeps/small";
        await FirstViewAsync(address); // The process has compiled its code.
        List<(long Bytes, double Milliseconds)> views = [];
        for (var view = 0; view < Views && views.All(seen => seen.Milliseconds > 1_000); view++)
        {
            views.Add(await FirstViewAsync(address)); // The machine may be busy with other tests: the fastest counts.
        }

        TestContext.Current.SendDiagnosticMessage("first views: {0}", string.Join(", ", views));
        Assert.All(views, seen => Assert.InRange(seen.Bytes, 1_000, 500_000));
        Assert.InRange(views.Min(seen => seen.Milliseconds), 0, 1_000);
    }

    [Theory]
    [InlineData("sweeps", "")]
    [InlineData("sweep", "sweeps/small")]
    [InlineData("problems", "sweeps/small/problems")]
    [InlineData("problem", Problem)]
    [InlineData("beside", BesideEachOther)]
    public async Task No_page_has_a_barrier_in_light_and_dark_or_is_wider_than_its_window(string name, string path)
    {
        var address = await sweep.AddressAsync();
        foreach (var (suffix, width, colors) in new[]
        {
            ("light", 1280, ColorScheme.Light), ("dark", 1280, ColorScheme.Dark), ("narrow", 360, ColorScheme.Light), ("4k", 3840, ColorScheme.Light),
        })
        {
            await using var window = await browser.OpenAsync(width, colors: colors);
            await window.Page.GotoAsync(address + path);
            await window.ScreenAsync($"{name}-{suffix}", isWhole: width < 2_000);
            await window.ScreenAsync($"{name}-{suffix}-view", isWhole: false);
            Assert.Equal(0, await window.OverflowAsync());
            Assert.Empty(width == 1280 ? await window.BarriersAsync() : []);
        }
    }

    [Fact]
    public async Task Every_page_can_be_reached_by_the_keyboard()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync(await sweep.AddressAsync() + "sweeps/small");
        await window.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(window.Page.Locator(":focus")).ToHaveTextAsync("Skip to content");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator(":focus")).ToHaveIdAsync("main");
        for (var presses = 0; presses < 12 && await window.Page.Locator(":focus").InnerTextAsync() != "Problems"; presses++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
        }

        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(ProblemsAddress());
    }

    private static ILocator Choice(IPage page, string label) => page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    [GeneratedRegex("x=Tokens")]
    private static partial Regex UnitInAddress();

    [GeneratedRegex(@"problems\?run=best-of-n%20n%3D1&verdict=Wrong|problems\?rule=weighted&run=best-of-n%20n%3D1&verdict=Wrong$")]
    private static partial Regex FilterInAddress();

    [GeneratedRegex("small/problems$")]
    private static partial Regex ProblemsAddress();

    // Of a window that has nothing of the site yet.
    private async Task<(long Bytes, double Milliseconds)> FirstViewAsync(string address)
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync(address);
        return (
            await window.Page.EvaluateAsync<long>(
                "() => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].reduce((sum, entry) => sum + entry.transferSize, 0)"),
            await window.Page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd"));
    }
}
