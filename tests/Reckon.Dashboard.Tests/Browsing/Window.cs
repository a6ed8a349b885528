using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>A window of the browser that remembers everything that should not have happened in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];
    private readonly List<string> _requests = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _faults.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Popup += (_, popup) => _faults.Add($"window: {popup.Url}");
        page.Request += (_, request) => _requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What went wrong: messages of the console, errors, dialogs, windows, and requests to other hosts than <paramref name="address"/>.</summary>
    public IReadOnlyList<string> Faults(string address) =>
        [.. _faults, .. _requests.Where(request => !request.StartsWith(address, StringComparison.Ordinal)).Select(request => $"request: {request}")];

    /// <summary>Barriers of the page that axe calls serious or critical.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe();
        return
        [
            .. result.Violations.Where(violation => violation.Impact is "serious" or "critical")
                .Select(violation => $"{violation.Id} ({violation.Impact}): {string.Join("; ", violation.Nodes.Take(3).Select(Described))}"),
        ];
    }

    /// <summary>How far the page is wider than its window, in pixels.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Keeps a picture of the page.</summary>
    public Task ScreenAsync(string name, bool isWhole = true) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Screens, $"{name}.png"), FullPage = isWhole });

    /// <summary>Keeps a picture of the page for the documentation, which is written where DOCS_IMAGES is 'write'.</summary>
    public async Task DocumentAsync(string name)
    {
        await ScreenAsync(name, isWhole: false);
        if (Environment.GetEnvironmentVariable("DOCS_IMAGES") == "write")
        {
            File.Copy(Path.Combine(Browser.Screens, $"{name}.png"), RepositoryRoot.PathTo("docs", "images", $"{name}.png"), overwrite: true);
        }
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private static string Described(AxeResultNode node) => node.Html.Length <= 200 ? node.Html : node.Html[..200];
}
