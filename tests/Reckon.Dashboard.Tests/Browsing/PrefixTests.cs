using Microsoft.Playwright;

namespace Reckon.Dashboard.Tests.Browsing;

public sealed class PrefixTests(Browser browser, SmallSweep sweep)
{
    [Fact]
    public async Task Pages_work_below_any_path()
    {
        await using var proxy = await PrefixProxy.StartAsync(await sweep.AddressAsync());
        await using var window = await browser.OpenAsync();
        await window.Page.GotoAsync(proxy.Address);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "small", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Problems", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync(); // Is led to a shorter address.
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "abacus-test-0001" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".drawing svg")).ToBeVisibleAsync();
        Assert.Empty(window.Faults(proxy.Address));
    }
}
