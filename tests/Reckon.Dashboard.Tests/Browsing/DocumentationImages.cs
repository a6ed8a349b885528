using Microsoft.Playwright;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>The pictures of the documentation, written into it where DOCS_IMAGES is 'write'.</summary>
public sealed class DocumentationImages(Browser browser, SmallSweep sweep)
{
    [Theory]
    [InlineData("dashboard-sweep", "sweeps/small?x=Tokens", 1280, 900)]
    [InlineData("dashboard-problems", "sweeps/small/problems?verdict=Mixed", 1280, 700)]
    [InlineData("dashboard-problem", "sweeps/small/problem?id=abacus-test-0004&trial=0%20beam%20n%3D16%20width%3D4&trial=0%20best-of-n%20n%3D4", 1600, 1100)]
    public async Task Pages_of_a_real_sweep_are_pictured(string name, string path, int width, int height)
    {
        await using var window = await browser.OpenAsync(width, height);
        await window.Page.GotoAsync(await sweep.AddressAsync() + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await window.DocumentAsync(name);
        Assert.Equal(0, await window.OverflowAsync());
    }
}
