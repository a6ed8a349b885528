using Reckon.Inference.Engines;

namespace Reckon.Inference.Folders;

/// <summary>What decides the memory that a model takes.</summary>
/// <param name="WeightBytes">Its files.</param>
/// <param name="Cache">Its KV cache.</param>
/// <param name="ContextTokens">Tokens that a row may hold.</param>
/// <param name="IsVerifier">Whether it judges.</param>
public sealed record ModelFootprint(long WeightBytes, CacheShape Cache, int ContextTokens, bool IsVerifier)
{
    /// <summary>That of the model in <paramref name="folder"/>. Of a model on a server there is nothing here.</summary>
    public static ModelFootprint Of(ModelFolder folder)
    {
        var directory = Path.GetDirectoryName(folder.ModelPath)!;
        string[] files = [folder.ModelPath, .. folder.Descriptor.Data.Select(data => Path.Combine(directory, data.File))];
        var bytes = files.Where(File.Exists).Sum(file => new FileInfo(file).Length);
        return new ModelFootprint(
            bytes, folder.Descriptor.Cache, folder.Descriptor.Card.ContextTokens, folder.Descriptor.Card.Role == ModelRole.Verifier);
    }
}
