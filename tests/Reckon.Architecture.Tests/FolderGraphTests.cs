namespace Reckon.Architecture.Tests;

public sealed class FolderGraphTests
{
    public static TheoryData<string> Assemblies =>
        [.. SourceFile.Under("src").Select(file => file.Path.Split('/')[1]).Where(name => name != "training").Distinct()];

    [Theory, MemberData(nameof(Assemblies))]
    public void Folders_of_an_assembly_form_no_cycle(string assembly) =>
        Assert.Empty(FolderGraph.InCycles([.. SourceFile.Under($"src/{assembly}")]));

    [Fact]
    public void Folders_that_use_each_other_are_found() => Assert.Equal(
        ["a/One", "a/Two"],
        FolderGraph.InCycles(
            [new("a/One/A.cs", "class A { B b; }"), new("a/Two/B.cs", "class B { A a; }"), new("a/C.cs", "class C { A a; }")]));

    [Fact]
    public void A_way_around_over_three_folders_is_found() => Assert.Equal(
        ["a", "a/One", "a/Two"],
        FolderGraph.InCycles(
            [new("a/One/A.cs", "class A { B b; }"), new("a/Two/B.cs", "class B { C c; }"), new("a/C.cs", "class C { A a; }")]));

    [Fact]
    public void Names_in_comments_and_strings_and_names_of_two_folders_do_not_count() => Assert.Empty(FolderGraph.InCycles(
    [
        new("a/One/A.cs", "class A { B b; }"),
        new("a/Two/B.cs", "// A\nclass B { string s = \"A\"; Limits l; }"),
        new("a/One/Limits.cs", "class Limits;"),
        new("a/Two/Limits.cs", "class Limits;"),
    ]));
}
