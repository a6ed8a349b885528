using System.Collections.Immutable;
using System.Reflection;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets;

/// <summary>The descriptors of well-known benchmarks, which a sweep may name instead of a file.</summary>
public static class KnownDescriptors
{
    private const string Folder = "descriptors/";

    private static readonly Assembly _assembly = typeof(KnownDescriptors).Assembly;

    /// <summary>Their names, such as <c>math</c>.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. _assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The descriptor called <paramref name="name"/>; null when there is none.</summary>
    public static Validated<DatasetDescriptor>? Find(string name)
    {
        using var stream = Names.Contains(name) ? _assembly.GetManifestResourceStream(Folder + name) : null;
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return DescriptorParser.Parse(bytes.ToArray(), $"{name}.json");
    }

    /// <summary>What to do about <paramref name="word"/>, which is neither one of the names nor a file.</summary>
    internal static string Remedy(string word) => Spelling.Nearest(word, Names) is { } nearest
        ? $"Did you mean '{nearest}'?"
        : $"Use one of {string.Join(", ", Names)}, or the path of a file";
}
