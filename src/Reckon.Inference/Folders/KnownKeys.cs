using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>Refuses what nobody reads in <c>reckon.json</c>: a section that is none, and a key that is misspelt.</summary>
/// <param name="sections">Sections, by their keys joined by dots, the file itself being empty, and the keys of each.</param>
internal sealed class KnownKeys(params (string Section, string[] Keys)[] sections)
{
    private const int LongestShown = 64;

    /// <summary>Looks through <paramref name="root"/>.</summary>
    public void Check(JsonObject root, FaultList faults)
    {
        foreach (var (section, keys) in sections)
        {
            switch (JsonFile.Find(root, section))
            {
                case JsonObject fields:
                    RefuseOthers(section, fields, keys, faults);
                    break;
                case not null:
                    faults.Add(ModelDescriptor.FileName, $"'{section}' to be a section with {string.Join(", ", keys)}", "Correct it, or leave it out.");
                    break;
            }
        }
    }

    private static void RefuseOthers(string section, JsonObject fields, string[] keys, FaultList faults)
    {
        foreach (var (key, _) in fields.Where(field => !keys.Contains(field.Key)))
        {
            var shown = key.Length > LongestShown ? key[..LongestShown] + "…" : key;
            faults.Add(
                ModelDescriptor.FileName, $"no key '{(section.Length == 0 ? "" : section + ".")}{shown}', but {string.Join(", ", keys)}",
                "Correct its name, or leave it out.");
        }
    }
}
