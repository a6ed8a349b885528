using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads the section <c>study</c> of a sweep file. Whether the methods that it names were run shows only in the results.</summary>
internal sealed class StudyReader(SectionReader section, string folder)
{
    private const int MostBins = 100;
    private const int MostHalvings = 1_000;
    private const double MostRatio = 1e6;

    public StudySpec Read()
    {
        var study = new StudySpec(ReadFamilies(), ReadClaims(), ReadRatios())
        {
            Bins = section.Whole("bins", 1, MostBins, StudySpec.Default.Bins),
            Thresholds = section.OptionalSection("thresholds") is { } thresholds ? ThresholdReader.Read(thresholds) : null,
            Probe = section.Whole("probe", 1, 10_000, StudySpec.Default.Probe),
            Halvings = section.Whole("halvings", 1, MostHalvings, StudySpec.Default.Halvings),
            Seed = section.OptionalLong("seed", long.MinValue, long.MaxValue) ?? 0,
            Difficulty = ReadFolder("difficulty"),
            Larger = ReadFolder("larger"),
        };
        section.Close();
        return study;
    }

    private string? ReadFolder(string key) => section.Optional(key) is null
        ? null
        : Path.GetFullPath(Path.Combine(folder, section.Text(key, "a folder of results")));

    private ImmutableArray<FamilySpec> ReadFamilies()
    {
        if (section.Optional("families") is not { } node)
        {
            return [];
        }

        if (node is not SourceNode.Map map)
        {
            section.Log.Add(node.Line, node.Column, section.PathOf("families"), $"expected families by name, found {node.Described}",
                "Write 'NAME: [METHOD, METHOD]' below 'families:'");
            return [];
        }

        var families = section.OptionalSection("families")!; // It is a section.
        ImmutableArray<FamilySpec> read = [.. map.Entries.Select(entry => ReadFamily(families, entry.Key.Text))];
        families.Close();
        return read;
    }

    private FamilySpec ReadFamily(SectionReader families, string name)
    {
        var node = families.Required(name, "a list of methods");
        ImmutableArray<string> methods = node is null
            ? []
            : [.. families.Items(node, name, "methods").Select(item => ValueReader.Text(item.Node, item.Path, "a method", section.Log))];
        if (node is not null && methods.Length == 1)
        {
            section.Log.Add(node.Line, node.Column, families.PathOf(name), "a family of one method leaves nothing to choose", "Name two or more");
        }

        return new FamilySpec(name, methods);
    }

    private ImmutableArray<string> ReadClaims()
    {
        if (section.Optional("claims") is not { } node)
        {
            return [];
        }

        var claims = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, path) in section.Items(node, "claims", "claims"))
        {
            var text = ValueReader.Text(item, path, "a claim", section.Log);
            if (text.Length > 0 && Claim.Parse(text) is null)
            {
                section.Log.Add(item.Line, item.Column, path, $"{Quoted.Of(text)} is not a claim", $"Write {Claim.Forms}");
            }

            claims.Add(text);
        }

        return claims.ToImmutable();
    }

    private ImmutableArray<double> ReadRatios() => section.Optional("ratios") is not { } node
        ? StudySpec.Default.Ratios
        :
        [
            .. section.Items(node, "ratios", "numbers")
                .Select(item => ValueReader.Number(item.Node, item.Path, 1e-6, MostRatio, section.Log) ?? 1),
        ];
}
