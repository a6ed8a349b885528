using Reckon.Cli.Configuration;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Configuration;

public sealed class KnownSettingsTests
{
    private static readonly Type[] _plain = [typeof(int), typeof(long), typeof(double), typeof(bool), typeof(string), typeof(TimeSpan)];

    // What is added to the options can be set, or somebody has decided that it cannot.
    [Fact]
    public void Every_plain_property_of_the_options_can_be_set() => Assert.Equal(
        (from section in typeof(ReckonOptions).GetProperties()
         from property in section.PropertyType.GetProperties()
         where property.CanWrite && (_plain.Contains(property.PropertyType) || property.PropertyType.IsEnum)
         select $"{section.Name}.{property.Name}").Order(),
        KnownSettings.On(processors: 1).Select(setting => string.Join('.', setting.Names)).Order());

    [Fact]
    public void Every_default_is_in_its_range() => Assert.All(KnownSettings.On(processors: 1), setting =>
    {
        var standard = setting.Read(new ReckonOptions());
        Assert.True(standard is null
            || Equals(standard, setting.Kind.Parse(setting.Kind.Show(standard))), $"{setting.Key} is {setting.Kind.Show(standard)}");
    });

    [Fact]
    public void The_documents_name_every_setting()
    {
        var documents = string.Concat(
            new[] { "sweeps.md", "cluster.md" }.Select(name => File.ReadAllText(RepositoryRoot.PathTo("docs", name))));

        Assert.All(KnownSettings.On(processors: 1), setting => Assert.Contains($"`{setting.Key}`", documents, StringComparison.Ordinal));
    }
}
