using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using k8s.Models;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Storage;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

/// <summary>The script that fetches a model before its worker starts, as the chart renders it, against a server.</summary>
public sealed class DownloadTests : IDisposable
{
    private const string Weights = "the weights";

    private readonly TempFolder _folder = new();
    private readonly HttpListener _server = new();
    private readonly string _url = $"http://127.0.0.1:{FreePort.Find()}/";

    public DownloadTests()
    {
        _server.Prefixes.Add(_url);
        _server.Start();
        _ = ServeAsync();
    }

    [Fact]
    public void Files_appear_when_their_digest_is_right_and_are_not_fetched_again()
    {
        var first = Fetch(Digest);
        Assert.True(first.Code == 0, first.Error);
        Assert.Equal(Weights, File.ReadAllText(_folder.File("model.onnx")));

        _server.Stop();
        Assert.Equal(0, Fetch(Digest).Code);
    }

    [Fact]
    public void A_file_with_another_digest_is_refused_and_both_digests_are_said()
    {
        var wrong = new string('0', 64);

        var (code, error) = Fetch(wrong);

        Assert.Equal(1, code);
        Assert.Contains($"{Digest}, not {wrong}", error, StringComparison.Ordinal);
        Assert.Contains("Correct the url or the sha256", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    public void Dispose()
    {
        _server.Close();
        _folder.Dispose();
    }

    private static string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Weights)));

    private (int Code, string Error) Fetch(string sha256)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "curl is not installed.");
        var container = ObjectSet.Read(Chart.Render("gpu-spot")).Of<V1Deployment>().SelectMany(it => it.Spec.Template.Spec.InitContainers ?? []).First();
        var lines = container.Args[0].Split('\n').Where(line => !line.StartsWith("get '", StringComparison.Ordinal));
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{string.Join('\n', lines)}\nget 'model.onnx' '{_url}model.onnx' '{sha256}'\n"])
        {
            RedirectStandardError = true,
        };
        start.Environment["FOLDER"] = _folder.Path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private async Task ServeAsync()
    {
        while (_server.IsListening)
        {
            try
            {
                var context = await _server.GetContextAsync();
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Weights));
                context.Response.Close();
            }
            catch (Exception cause) when (cause is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
