using Microsoft.Playwright;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>Mathematics in a real browser.</summary>
[Collection(MadeFoldersGroup.Name)]
public sealed class MathPagesTests(Browser browser, MadeFolders folders, SmallSweep small)
{
    private const string Problem = $"sweeps/{MadeFolders.Mathematics}/problem?id={MadeFolders.MathProblem}";

    [Fact]
    public async Task Formulas_of_question_reference_steps_and_answers_are_typeset_and_can_be_seen_as_they_were_written()
    {
        await using var window = await browser.OpenAsync(height: 1200);
        var (page, address) = (window.Page, await folders.AddressAsync());
        await page.GotoAsync(address + Problem);
        await Assertions.Expect(page.Locator(".problem .katex-display .mfrac").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".reference .katex .mfrac")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".choices .katex .mfrac").First).ToBeVisibleAsync();
        await page.Locator(".tree .katex-display").First.ScrollIntoViewIfNeededAsync();
        Assert.True(await page.EvaluateAsync<bool>("async () => { await document.fonts.ready; return document.fonts.check('16px KaTeX_Math'); }"));
        await Assertions.Expect(page.Locator(".problem .source").First).ToBeHiddenAsync();
        Assert.Empty(await window.BarriersAsync());
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        await window.DocumentAsync("dashboard-mathematics");
        await page.GetByRole(AriaRole.Button, new() { Name = "As written" }).ClickAsync();
        await Assertions.Expect(page.Locator(".problem .source").First).ToHaveTextAsync("$a$");
        await Assertions.Expect(page.Locator(".problem .source").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".problem .katex").First).ToBeHiddenAsync();
        Assert.Empty(window.Faults(address));
    }

    [Theory, InlineData("dark", 1280, ColorScheme.Dark), InlineData("narrow", 360, ColorScheme.Light), InlineData("4k", 3840, ColorScheme.Light)]
    public async Task Formulas_fit_every_window(string name, int width, ColorScheme colors)
    {
        await using var window = await browser.OpenAsync(width, colors: colors);
        await window.Page.GotoAsync(await folders.AddressAsync() + Problem);
        await Assertions.Expect(window.Page.Locator(".problem .katex-display .mfrac").First).ToBeVisibleAsync();
        await window.ScreenAsync($"mathematics-{name}", isWhole: width < 2_000);
        Assert.Equal(0, await window.OverflowAsync());
        Assert.Empty(width == 1280 ? await window.BarriersAsync() : []);
    }

    [Fact]
    public async Task A_problem_without_formulas_offers_no_other_view()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync($"{await small.AddressAsync()}sweeps/small/problem?id=abacus-test-0004");
        await Assertions.Expect(window.Page.Locator(".drawing svg")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#written")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_page_without_formulas_loads_no_typesetter()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync($"{await folders.AddressAsync()}sweeps/{MadeFolders.Mathematics}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain("katex", await window.Page.EvaluateAsync<string>(
            "() => performance.getEntriesByType('resource').map(entry => entry.name).join()"), StringComparison.Ordinal);
    }
}
