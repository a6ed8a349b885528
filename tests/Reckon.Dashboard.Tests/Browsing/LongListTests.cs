using Microsoft.Playwright;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>A list of a hundred thousand problems, in a real browser.</summary>
[Collection(MadeFoldersGroup.Name)]
public sealed class LongListTests(Browser browser, MadeFolders folders)
{
    [Fact]
    public async Task The_last_of_a_hundred_thousand_problems_is_one_scroll_away()
    {
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync($"{await folders.AddressAsync()}sweeps/{MadeFolders.Many}/problems");
        await Assertions.Expect(window.Page.GetByText("100,000 of 100,000 problems")).ToBeVisibleAsync();
        var box = window.Page.Locator(".rows");
        await box.EvaluateAsync("box => { box.scrollTop = box.scrollHeight; }");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "problem-099999" })).ToBeVisibleAsync();
        await box.EvaluateAsync("box => { box.scrollTop = box.scrollHeight / 2; }");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "problem-050000" })).ToBeVisibleAsync();
        Assert.InRange(await window.Page.Locator(".rows tbody tr").CountAsync(), 20, 450);
        var bytes = await window.Page.EvaluateAsync<long>("() => performance.getEntriesByType('navigation')[0].decodedBodySize");
        Assert.InRange(bytes, 1_000, 200_000); // A hundred rows of it, not all.
    }
}
