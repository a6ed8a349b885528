using Reckon.Testing;

namespace Reckon.Architecture.Tests;

public sealed class ProjectTableTests
{
    private static readonly ProjectRule[] _rules = [new("Top", ["Bottom"], ["Good.Package", "Logs*"]), new("Bottom", [], [])];

    public static TheoryData<string> Projects => [.. Directory
        .EnumerateFiles(RepositoryRoot.PathTo("src"), "*.csproj", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Projects))]
    public void Every_project_keeps_to_the_table(string file) => Assert.Equal(
        "",
        string.Join('\n', ProjectTable.Violations(
            ProjectTable.Rules, Path.GetFileNameWithoutExtension(file), File.ReadAllText(RepositoryRoot.PathTo(file)))));

    [Fact]
    public void Every_row_has_its_project() => Assert.All(
        ProjectTable.Rules, rule =>
            Assert.True(File.Exists(RepositoryRoot.PathTo("src", rule.Project, $"{rule.Project}.csproj")), rule.Project));

    [Fact]
    public void Rows_reference_downwards_only()
    {
        // A row may name only the rows above it, so there is no cycle.
        var above = new HashSet<string>();
        foreach (var rule in ProjectTable.Rules)
        {
            Assert.All(rule.Projects, project => Assert.Contains(project, above));
            Assert.True(above.Add(rule.Project), $"{rule.Project} has two rows.");
        }
    }

    [Fact]
    public void A_plugin_needs_Reckon_Search_alone() => Assert.Empty(ProjectTable.Violations(
        [new ProjectRule("Reckon.SamplePlugin", ["Reckon.Search"], [])],
        "Reckon.SamplePlugin",
        File.ReadAllText(RepositoryRoot.PathTo("tests", "Reckon.SamplePlugin", "Reckon.SamplePlugin.csproj"))));

    [Fact]
    public void A_project_that_keeps_to_its_row_passes() => Assert.Empty(Violations("Top", """
        <ProjectReference Include="../Bottom/Bottom.csproj" />
        <PackageReference Include="Good.Package" />
        <PackageReference Include="Logs.File" />
        """));

    [Fact]
    public void A_forbidden_project_fails() => Assert.Equal(
        ["Bottom may not reference the project Top."], Violations("Bottom", """<ProjectReference Include="..\Top\Top.csproj" />"""));

    [Fact]
    public void A_forbidden_package_fails() => Assert.Equal(
        ["Top may not reference the package Bad.Package."], Violations("Top", """<PackageReference Include="Bad.Package" />"""));

    [Fact]
    public void A_package_with_a_longer_name_than_an_allowed_one_fails() => Assert.Equal(
        ["Top may not reference the package Good.Package.More."], Violations("Top", """<PackageReference Include="Good.Package.More" />"""));

    [Fact]
    public void A_forbidden_framework_or_assembly_fails() => Assert.Equal(
        ["Bottom may not reference the package Microsoft.AspNetCore.App.", "Bottom may not reference the package Some.Assembly."],
        Violations("Bottom", """<FrameworkReference Include="Microsoft.AspNetCore.App" /><Reference Include="Some.Assembly" />"""));

    [Fact]
    public void A_condition_does_not_hide_a_reference() => Assert.Single(
        Violations("Bottom", """<PackageReference Condition="'$(X)' == 'Y'" Include="Bad.Package" />"""));

    [Fact]
    public void Each_of_several_names_in_one_line_counts() => Assert.Equal(
        2, Violations("Bottom", """<PackageReference Include="One; Two" />""").Count());

    [Fact]
    public void A_project_without_a_row_fails() => Assert.Equal(
        ["New is not in the table: add a row that says what it may reference."], Violations("New", ""));

    private static IEnumerable<string> Violations(string project, string items) =>
        ProjectTable.Violations(_rules, project, $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{items}</ItemGroup></Project>");
}
