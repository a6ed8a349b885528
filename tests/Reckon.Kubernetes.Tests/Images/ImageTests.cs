using System.Text.RegularExpressions;
using k8s.Models;
using Reckon.Cli.Output;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Storage;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests.Images;

/// <summary>No container engine runs here: the Dockerfile is read, its commands are performed outside of one, and its result is started.</summary>
public sealed partial class ImageTests
{
    private const string Build = "build";
    private const string Image = "image";

    private static readonly string[] _flavors = ["Cpu", "Gpu"];

    private static ContainerFile Read(string flavor) => ContainerFile.Read(
        File.ReadAllText(RepositoryRoot.PathTo("Dockerfile")), new Dictionary<string, string> { ["OrtFlavor"] = flavor });

    [Fact]
    public void Packages_are_restored_from_every_project_and_from_nothing_else()
    {
        var copied = Read("Cpu").Of(Build, "COPY").SelectMany(rest => rest.Split(' ')[..^1]).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));
        var projects = Directory.EnumerateFiles(RepositoryRoot.PathTo("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Folder, file));

        Assert.Equal(projects.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_stage_begins_with_a_named_version_and_both_flavors_have_a_runtime() => Assert.All(_flavors, flavor =>
    {
        var file = Read(flavor);
        var stages = file.Instructions.Where(it => it.Word == "FROM").Select(it => it.Words.Split(' ')).ToList();
        Assert.All(stages, stage => Assert.True(
            stages.Any(other => other[^1] == stage[0]) || Version().IsMatch(stage[0]), stage[0]));
        Assert.Contains(stages, stage => stage[^1] == $"runtime-{flavor}");
    });

    [Fact]
    public void The_image_has_the_user_that_the_chart_runs_it_as_and_starts_the_program()
    {
        var file = Read("Cpu");
        var pod = ObjectSet.Read(Chart.Render("default")).Of<V1Deployment>().First().Spec.Template.Spec;

        Assert.Equal([$"{pod.SecurityContext.RunAsUser}:{pod.SecurityContext.RunAsGroup}"], file.Of(Image, "USER"));
        Assert.Equal(["[\"dotnet\", \"/app/reckon.dll\"]"], file.Of(Image, "ENTRYPOINT"));
        Assert.Equal("reckon", Path.GetFileNameWithoutExtension(typeof(ExitCode).Assembly.Location));
    }

    [Fact]
    public void What_the_chart_expects_in_the_image_is_copied_into_it_and_the_context_lets_it_through()
    {
        var sources = Read("Cpu").Of(Image, "COPY").Where(rest => !rest.StartsWith("--from", StringComparison.Ordinal)).SelectMany(rest => rest.Split(' ')[..^1]);
        var allowed = File.ReadAllLines(RepositoryRoot.PathTo(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.All(sources, source =>
        {
            Assert.True(Path.Exists(RepositoryRoot.PathTo(source)), source);
            Assert.Contains(allowed, line => source.StartsWith(line, StringComparison.Ordinal));
        });
        Assert.True(File.Exists(RepositoryRoot.PathTo("sweeps", "smoke.yaml")));
        Assert.Contains("models/", sources);
    }

    // The build's output: the published set is tried by `make image-check`, which takes minutes.
    [Fact]
    public async Task All_parts_start_from_a_read_only_place_as_the_images_user()
    {
        using var folder = new TempFolder();
        Copy(Path.GetDirectoryName(typeof(ExitCode).Assembly.Location)!, folder.Path);
        await AssertStartsAsync(folder.Path);
    }

    /// <summary><c>make image-check</c>.</summary>
    [Fact(Explicit = true)]
    public async Task The_commands_of_the_dockerfile_give_a_folder_from_which_all_parts_start()
    {
        using var place = new TempFolder();
        var (source, app) = (place.File("source"), place.File("app"));
        foreach (var (stage, word, rest) in Read("Cpu").Instructions.Where(it => it.Stage is Build or Image))
        {
            switch (word)
            {
                case "COPY" when !rest.StartsWith("--from", StringComparison.Ordinal):
                    CopyAll(rest.Split(' '), stage == Build ? source : app);
                    break;
                case "RUN":
                    var command = rest.Replace("/app", app, StringComparison.Ordinal);
                    var (code, output, error) = ChartTools.Execute("sh", "-c", $"cd '{source}' && {command}");
                    Assert.True(code == 0, $"{command}\n{output}\n{error}");
                    break;
            }
        }

        Console.WriteLine($"image: {Directory.EnumerateFiles(app, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) >> 20} MiB in /app");
        await AssertStartsAsync(app);
        var (valid, said) = await ReadOnlyPlace.RunAsync(app, 1654, ["dotnet", "/app/reckon.dll", "validate", "/app/sweeps/smoke.yaml"]);
        Assert.True(valid == ExitCode.Success, said);
    }

    private static async Task AssertStartsAsync(string app)
    {
        Assert.SkipUnless(File.Exists(RepositoryRoot.PathTo("models", "abacus-proposer", "model.onnx")), "The shipped models are not in models/.");
        Copy(RepositoryRoot.PathTo("models"), Path.Combine(app, "models"));
        var (code, output) = await ReadOnlyPlace.RunAsync(
            app, 1654,
            [
                "dotnet", "/app/reckon.dll", "up", "--workers", "1", "--folder", "/tmp/cluster", "--url", $"http://127.0.0.1:{FreePort.Find()}",
                "--proposer", "/app/models/abacus-proposer", "--verifier", "/app/models/abacus-prm",
            ],
            written => new[] { "coordinator (process", "api (process", "worker-1 (process" }.All(words => written.Contains(words, StringComparison.Ordinal)));

        Assert.True(code == ExitCode.Success, output);
        Assert.DoesNotContain("starts again", output, StringComparison.Ordinal);
    }

    private static void CopyAll(string[] words, string to)
    {
        foreach (var from in words[..^1].Select(word => RepositoryRoot.PathTo(word)))
        {
            var target = Path.Combine(to, words[^1]);
            if (Directory.Exists(from))
            {
                Copy(from, target);
            }
            else
            {
                Directory.CreateDirectory(target);
                File.Copy(from, Path.Combine(target, Path.GetFileName(from)), overwrite: true);
            }
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    [GeneratedRegex("^[a-z./-]+:[0-9]+\\.[0-9a-z.-]+$")]
    private static partial Regex Version();
}
