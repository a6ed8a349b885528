using Microsoft.Playwright;
using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>The system's Chromium, started once for all tests. Where there is none, the tests that need it are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string _path = Environment.GetEnvironmentVariable("RECKON_CHROMIUM") ?? "/usr/bin/chromium";

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>Where screenshots go.</summary>
    public static string Screens { get; } = Directory.CreateDirectory(RepositoryRoot.PathTo("artifacts", "dashboard-screens")).FullName;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new window.</summary>
    public async Task<Window> OpenAsync(int width = 1280, int height = 900, ColorScheme colors = ColorScheme.Light)
    {
        Assert.SkipUnless(File.Exists(_path), $"There is no browser at {_path}: 'make dashboard-test' installs it.");
        await StartAsync();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000); // Milliseconds: a crowded machine is no fault of a page.
        return new Window(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _driver?.Dispose();
        _starting.Dispose();
    }

    private async Task StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _driver ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(60_000); // Milliseconds; likewise.
            _browser ??= await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = _path, Args = ["--no-sandbox"] });
        }
        finally
        {
            _starting.Release();
        }
    }
}
