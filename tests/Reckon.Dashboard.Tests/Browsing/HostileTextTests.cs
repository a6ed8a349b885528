using Reckon.Dashboard.Text;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>A thousand texts that must be shown and nothing else, in a real browser.</summary>
[Collection(MadeFoldersGroup.Name)]
public sealed class HostileTextTests(Browser browser, MadeFolders folders)
{
    // What stands there without what the typesetter has made of it.
    private const string Shown = """
        elements => elements.map(element => {
          const copy = element.cloneNode(true);
          copy.querySelectorAll('.view').forEach(view => view.remove());
          return copy.textContent;
        })
        """;

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8), InlineData(9)]
    public async Task Steps_and_answers_are_shown_as_they_are_and_do_nothing(int tree)
    {
        await using var window = await browser.OpenAsync();
        var address = await folders.AddressAsync();
        await window.Page.GotoAsync($"{address}sweeps/{MadeFolders.Hostile}/problem?id={Uri.EscapeDataString(MadeFolders.ProblemOf(tree))}");
        var payloads = MadeFolders.StepsOf(tree).ToList();
        Assert.Equal(payloads.Select(text => Expected(text.TrimEnd('\n'), 2_000, isOneLine: false)), await window.Page.Locator(".tree .words > .inert").EvaluateAllAsync<string[]>(Shown));
        Assert.Equal(payloads.Select(text => Expected(text, 200, isOneLine: true)), await window.Page.Locator("article tbody td:nth-child(4) > .inert").EvaluateAllAsync<string[]>(Shown));
        await TypesetAllAsync(window);
        await AssertNothingHappenedAsync(window, address);
        if (tree == 0)
        {
            await window.ScreenAsync("hostile");
        }
    }

    [Fact]
    public async Task Ids_and_subjects_are_shown_as_they_are_and_do_nothing()
    {
        await using var window = await browser.OpenAsync();
        var address = await folders.AddressAsync();
        for (var from = 0; from < 1_000; from += 100)
        {
            await window.Page.GotoAsync($"{address}sweeps/{MadeFolders.Hostile}/problems?from={from}");
            Assert.True(await window.Page.Locator("tbody th .inert").CountAsync() >= 100);
            await AssertNothingHappenedAsync(window, address);
        }
    }

    private static async Task AssertNothingHappenedAsync(Window window, string address)
    {
        Assert.Empty(window.Faults(address));
        Assert.True(await window.Page.EvaluateAsync<bool>("() => window.hit === undefined && window.length === 0"));
        Assert.Equal(0, await window.Page.Locator("script:not([src^='assets/'], [src*='/assets/'])").CountAsync());
        Assert.Equal(0, await window.Page.Locator("main :is(script, iframe, img, object, style, meta, base, link, video)").CountAsync());
        Assert.Equal(0, await window.Page.Locator("main math:not(.katex-mathml > math), .view :is(a, [id], [href], [data-x])").CountAsync());
    }

    // Every formula, also those out of sight.
    private static async Task TypesetAllAsync(Window window)
    {
        await window.Page.WaitForFunctionAsync("() => window.katex !== undefined || document.querySelector('.tex') === null");
        await window.Page.EvaluateAsync(
            """
            async () => {
              document.querySelectorAll('main details').forEach(details => { details.open = true; });
              for (const formula of document.querySelectorAll('main .tex')) {
                formula.scrollIntoView();
                await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
              }
            }
            """);
    }

    private static string Expected(string text, int most, bool isOneLine)
    {
        var inert = InertText.Of(text, most, isOneLine);
        return string.Concat(inert.Parts.Select(part => part.Text)) + (inert.LeftOut > 0 ? $"… and {inert.LeftOut:N0} characters more" : "");
    }
}
