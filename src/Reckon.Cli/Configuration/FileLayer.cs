using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Evaluation.Yaml;

namespace Reckon.Cli.Configuration;

/// <summary>What a configuration file sets. YAML, and so JSON too.</summary>
internal static class FileLayer
{
    /// <summary>
    /// The file that is read where none is named, if the working folder has it. There is no <c>reckon.json</c>: in a model's folder a
    /// file of that name describes the model.
    /// </summary>
    public const string DefaultName = "reckon.yaml";

    private const int MaxBytes = 1 << 20;

    /// <summary>What the file at <paramref name="path"/> sets, or everything that is wrong with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What it is called in messages.</param>
    public static Validated<ImmutableArray<PlacedText>> Read(string path, string name) => DiskFiles.Read(path, MaxBytes) switch
    {
        Validated<byte[]>.Valid(var bytes) => FlatYaml.Read(bytes, name).Then(values => Of(values, name)),
        Validated<byte[]>.Invalid(var faults) =>
            new Validated<ImmutableArray<PlacedText>>.Invalid([.. faults.Select(fault => fault with { File = name })]),
        _ => throw new InvalidOperationException("A result is valid or invalid."),
    };

    private static Validated<ImmutableArray<PlacedText>> Of(ImmutableArray<FlatValue> values, string name) =>
        new Validated<ImmutableArray<PlacedText>>.Valid(
            [.. values.Select(value => new PlacedText([.. value.Path.Split('.')], value.Text, PlaceOf(value, name)))]);

    private static SettingPlace PlaceOf(FlatValue value, string name) =>
        new(SettingSource.File, name, value.Line, value.Column, SafeText.Terminal(value.Path));
}
