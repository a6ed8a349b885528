using System.Diagnostics;
using System.Text;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests.Images;

/// <summary>
/// Runs a program as a container would: as the image's user, with nothing that can be written to but an empty <c>/tmp</c>. Needs rights that
/// not everybody has: without them the test is skipped.
/// </summary>
internal static class ReadOnlyPlace
{
    // The whole tree becomes read-only in a mount namespace of its own; then the program gets the user's rights and no more.
    private const string Script = """
        set -e
        app=$1; user=$2; shift 2
        mount --make-rprivate /
        chmod -R a+rX "$app"
        mount --bind "$app" /mnt
        mount -o remount,bind,ro /mnt
        mount -t tmpfs -o mode=1777 tmpfs /tmp
        mount -o remount,bind,ro /
        cd /mnt
        exec setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs -- "$@"
        """;

    /// <summary>
    /// Starts <paramref name="command"/>, in which <c>/app</c> is <paramref name="app"/>, and asks it to stop once <paramref name="isEnough"/>
    /// of what it has written to both outputs. Returns its exit code and all that it wrote.
    /// </summary>
    public static async Task<(int Code, string Output)> RunAsync(string app, int user, string[] command, Func<string, bool>? isEnough = null)
    {
        SkipWithoutRights();
        string[] inside = [.. command.Select(word => word.Replace("/app", "/mnt", StringComparison.Ordinal))];
        var start = new ProcessStartInfo("unshare", ["--mount", "sh", "-c", Script, "sh", app, $"{user}", .. inside])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        (start.Environment["TMPDIR"], start.Environment["HOME"], start.Environment["DOTNET_EnableDiagnostics"]) = ("/tmp", "/", "0");
        var (output, gate, isAsked) = (new StringBuilder(), new Lock(), false);
        using var process = Process.Start(start)!;
        void Take(string? line)
        {
            lock (gate)
            {
                output.Append(line).Append('\n');
                if (!isAsked && isEnough?.Invoke(output.ToString()) == true)
                {
                    isAsked = true;
                    ProcessSignal.Terminate.SendTo(process.Id);
                }
            }
        }

        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It did not end:\n{output}");
        }

        return (process.ExitCode, output.ToString());
    }

    private static void SkipWithoutRights()
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "unshare --mount sh -c 'mount --make-rprivate / && setpriv --help' > /dev/null 2>&1"]))!;
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, "No right to make a read-only place (unshare, mount, setpriv).");
    }
}
