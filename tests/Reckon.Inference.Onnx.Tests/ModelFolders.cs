namespace Reckon.Inference.Onnx.Tests;

/// <summary>The models that ship with the project; tests that need one are skipped where it is absent.</summary>
internal static class ModelFolders
{
    public static string Proposer => Find("abacus-proposer");

    public static string Verifier => Find("abacus-prm");

    public static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cluster.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? AppContext.BaseDirectory;
        }
    }

    private static string Find(string name)
    {
        // RECKON_MODELS names another folder with models, to test one that is not in the tree.
        var models = Environment.GetEnvironmentVariable("RECKON_MODELS") ?? Path.Combine(Repository, "models");
        var folder = Path.Combine(models, name);
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "reckon.json")), $"There is no model in {folder}.");
        return folder;
    }
}
