using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Datasets;

/// <summary>A dataset's file with its descriptor, not yet checked.</summary>
/// <param name="Path">
/// The file's path, for messages, for the name where the descriptor has none, and for ids where no field holds them.
/// </param>
/// <param name="Bytes">The file: UTF-8, one JSON object per line, blank lines allowed.</param>
/// <param name="Descriptor">What the dataset says about itself.</param>
/// <param name="Named">
/// The descriptor as it was named, by its name or path; null where none was, and the one next to the file is used.
/// </param>
public sealed record DatasetFile(string Path, byte[] Bytes, DatasetDescriptor Descriptor, string? Named = null)
{
    /// <summary>Its name: the descriptor's, else the file's.</summary>
    public string Name => Descriptor.Name ?? System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>How answers are found and compared.</summary>
    public AnswerFormat Answers => Descriptor.Answers ?? AnswerFormat.Default;

    /// <summary>How its lines become problems.</summary>
    public RowFormat Rows => Descriptor.Rows.For(Path);

    /// <summary>What is assumed where the descriptor says nothing; for people.</summary>
    public ImmutableArray<string> Notes => Descriptor.Answers is not null
        ? []
        : [$"{Silent} how answers are found: taking whole numbers after the last '{AnswerExtractors.HashMarks}'."];

    private string Silent => Named is null
        ? $"No {DatasetLoader.DescriptorName} next to the dataset says"
        : $"The descriptor {Quoted.Of(Named)} does not say";
}
