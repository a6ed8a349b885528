using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class KnownDescriptorTests
{
    [Fact]
    public void There_is_one_for_each_file_of_the_folder() => Assert.Equal(
        Directory.GetFiles(RepositoryRoot.PathTo("datasets", "descriptors")).Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal),
        KnownDescriptors.Names);

    [Fact]
    public void Each_is_right_and_bears_its_own_name() => Assert.All(KnownDescriptors.Names, name =>
    {
        var descriptor = Assert.IsType<Validated<DatasetDescriptor>.Valid>(KnownDescriptors.Find(name)).Value;

        Assert.Equal(name, descriptor.Name);
        Assert.NotNull(descriptor.Answers);
    });

    [Fact]
    public void There_is_none_of_another_name() => Assert.Null(KnownDescriptors.Find("mine"));
}
