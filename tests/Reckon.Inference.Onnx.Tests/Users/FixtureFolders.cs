namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Writes folders as exporters write them, to try commands on: RECKON_FIXTURES names where. Not run unless asked for.</summary>
public sealed class FixtureFolders
{
    [Fact(Explicit = true)]
    public void Are_written()
    {
        var target = Environment.GetEnvironmentVariable("RECKON_FIXTURES");
        Assert.SkipUnless(target is { Length: > 0 }, "RECKON_FIXTURES is not set.");
        var wide = new TinyShape(0) { Width = 512, Heads = 8, KeyHeads = 2, Inner = 1408, Layers = 3, Context = 1024 };
        foreach (var export in TinyFolder.Exports)
        {
            foreach (var (name, shape) in ((string, TinyShape?)[])[("tiny", null), ("wide", wide)])
            {
                using var folder = new TinyFolder(export, shape: shape);
                var path = Directory.CreateDirectory(Path.Combine(target!, $"{name}-{export}")).FullName;
                foreach (var file in Directory.GetFiles(folder.Path))
                {
                    File.Copy(file, Path.Combine(path, Path.GetFileName(file)), overwrite: true);
                }
            }
        }
    }
}
