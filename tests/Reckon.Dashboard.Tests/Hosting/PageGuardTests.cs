using Reckon.Dashboard.Hosting;

namespace Reckon.Dashboard.Tests.Hosting;

public sealed class PageGuardTests
{
    [Theory]
    [InlineData("same-origin", null, "host", true)]
    [InlineData("cross-site", "http://host", "host", false)]
    [InlineData("same-site", null, "host", false)]
    [InlineData("none", null, "host", false)]
    [InlineData(null, "http://host:1", "host:1", true)]
    [InlineData(null, "http://other:1", "host:1", false)]
    [InlineData(null, null, "host", false)]
    [InlineData("", "null", "host", false)]
    public void A_form_of_another_page_is_refused(string? fetchSite, string? origin, string host, bool isOwn) =>
        Assert.Equal(isOwn, PageGuard.IsOwnForm(fetchSite, origin, host));

    [Theory, InlineData("", "./"), InlineData("cluster", "./"), InlineData("sweeps/a", "../"), InlineData("sweeps/a/act/pause", "../../../")]
    public void A_page_knows_the_way_to_the_root(string address, string root) => Assert.Equal(root, PageRequest.RootOf(address));
}
