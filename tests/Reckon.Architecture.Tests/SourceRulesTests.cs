namespace Reckon.Architecture.Tests;

public sealed class SourceRulesTests
{
    // All that decides: it may be run anywhere and at any time, and must give the same.
    private static readonly string[] _pure =
    [
        "src/Reckon.Search/", "src/Reckon.Grading/", "src/Reckon.Evaluation/", "src/Reckon.Inference/", "src/Reckon.Contracts/",
        "src/Reckon.Coordinator/Routing/Queues/",
    ];

    private static readonly IReadOnlyList<SourceFile> _sources = SourceFile.Under("src");
    private static readonly IReadOnlyList<SourceFile> _tests = SourceFile.Under("tests");

    [Fact]
    public void The_scan_sees_the_sources()
    {
        Assert.Contains(_sources, file => file.Path == "src/Reckon.Search/Trees/SearchTree.cs");
        Assert.Contains(_tests, file => file.Path == "tests/Reckon.Architecture.Tests/SourceRulesTests.cs");
        Assert.DoesNotContain(_sources, file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_holds_one_type_and_bears_its_name() => Holds(_sources, SourceRules.OneTypeAFile);

    [Fact]
    public void No_file_is_longer_than_400_lines() => Holds(_sources.Concat(_tests), SourceRules.Length);

    [Fact]
    public void A_namespace_is_assembly_and_folder() => Holds(_sources.Concat(_tests), SourceRules.NamespaceIsFolder);

    [Fact]
    public void Pure_projects_read_no_clock_draw_no_chance_and_start_nothing() => Holds(
        _sources.Where(file => _pure.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))), SourceRules.Purity);

    [Fact]
    public void Nothing_needs_the_library_of_languages() => Holds(_sources, SourceRules.Languages);

    [Theory]
    [InlineData("var x = text.Normalize();", 1)]
    [InlineData("var x = text.Normalize(NormalizationForm.FormKC);", 1)]
    [InlineData("var x = text.Equals(other, StringComparison.InvariantCultureIgnoreCase);", 1)]
    [InlineData("var x = CultureInfo.GetCultureInfo(name);", 1)]
    [InlineData("var x = text.Equals(other, StringComparison.OrdinalIgnoreCase); // not text.Normalize()", 0)]
    [InlineData("var x = Vector.Normalize(v) + CultureInfo.InvariantCulture;", 0)]
    public void A_file_that_needs_the_library_of_languages_fails(string text, int violations) =>
        Assert.Equal(violations, SourceRules.Languages(new SourceFile("src/A/B.cs", text)).Count());

    [Fact]
    public void Grains_are_internal_and_sealed() => Holds(_sources, SourceRules.Grains);

    [Theory]
    [InlineData("public sealed record Beam(int N);\n", "")]
    [InlineData("public sealed partial class Beam<T> : IBeam\n{\n    private struct Nested;\n}\n", "")]
    [InlineData("/// <summary>x</summary>\n[Alias(\"a\")]\npublic readonly record struct Beam;\n", "")]
    [InlineData("[Alias(\"a\")] internal enum Beam\n{\n}\n", "")]
    [InlineData("public delegate Task<int> Beam(int x);\n", "")]
    [InlineData("// class Other\n/*\nclass Other\n*/\npublic interface Beam;\n", "")]
    [InlineData("public class Beam\n{\n    string x = \"\"\"\nclass Other\n\"\"\";\n}\n", "")]
    [InlineData("global using System;\n", "")]
    [InlineData("public class Beams;\n", "a/Beam.cs holds Beams.")]
    [InlineData("public class Beam;\n\nfile static class Tools;\n", "a/Beam.cs holds 2 types: Beam, Tools.")]
    [InlineData("public record class Beam;\ninternal delegate void Done();\n", "a/Beam.cs holds 2 types: Beam, Done.")]
    [InlineData("Console.WriteLine();\n", "a/Beam.cs holds no type.")]
    public void A_file_with_another_type_fails(string text, string violation) =>
        Assert.Equal(violation, string.Join('\n', SourceRules.OneTypeAFile(new SourceFile("a/Beam.cs", text))));

    [Theory]
    [InlineData("src/A/B.cs", "namespace A;\n", 0)]
    [InlineData("src/A/C/B.cs", "using X;\n\nnamespace A.C;\n", 0)]
    [InlineData("src/A/C/B.cs", "namespace A;\n", 1)]
    [InlineData("src/A/Program.cs", "return 0;\n", 0)]
    public void A_file_in_another_namespace_fails(string path, string text, int violations) =>
        Assert.Equal(violations, SourceRules.NamespaceIsFolder(new SourceFile(path, text)).Count());

    [Fact]
    public void A_part_of_a_type_may_have_a_file_of_its_own() =>
        Assert.Empty(SourceRules.OneTypeAFile(new SourceFile("a/Beam.Log.cs", "internal static partial class Beam;")));

    [Fact]
    public void A_program_needs_no_type() => Assert.Empty(SourceRules.OneTypeAFile(new SourceFile("a/Program.cs", "return 0;")));

    [Theory, InlineData(400, 0), InlineData(401, 1)]
    public void A_file_with_too_many_lines_fails(int lines, int violations) => Assert.Equal(
        violations, SourceRules.Length(new SourceFile("a/Beam.cs", string.Concat(Enumerable.Repeat("x\n", lines)))).Count());

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", "DateTime.UtcNow")]
    [InlineData("var now = System.DateTime.Now;", "DateTime.Now")]
    [InlineData("var now = DateTimeOffset.UtcNow;", "DateTimeOffset.UtcNow")]
    [InlineData("Random.Shared.Next();", "Random.Shared")]
    [InlineData("var id = $\"{Guid.NewGuid()}\";", "Guid.NewGuid")]
    [InlineData("var url = \"http://x\"; await Task.Run(Work);", "Task.Run")]
    [InlineData("Thread.Sleep(1);", "Thread.Sleep")]
    public void Impure_code_fails(string text, string call) =>
        Assert.Equal([$"a/Beam.cs uses {call}."], SourceRules.Purity(new SourceFile("a/Beam.cs", text)));

    [Theory]
    [InlineData("// never Task.Run here")]
    [InlineData("/// Unlike <see cref=\"DateTime.Now\"/>, it stands still.")]
    [InlineData("/* Thread.Sleep */")]
    [InlineData("Task.RunSynchronously();")]
    [InlineData("MyDateTime.NowOrNever();")]
    public void Pure_code_passes(string text) => Assert.Empty(SourceRules.Purity(new SourceFile("a/Beam.cs", text)));

    [Theory]
    [InlineData("internal sealed class A : Grain, IA\n{\n}\n", 0)]
    [InlineData("internal sealed partial class A(\n    [PersistentState(\"x\")] IPersistentState<S> state)\n    : Grain, IA\n{\n}\n", 0)]
    [InlineData("public sealed class A : Grain\n{\n}\n", 1)]
    [InlineData("internal class A(int x) : Grain<S>, IA\n{\n}\n", 1)]
    [InlineData("class A\n    : Orleans.Grain, IA\n{\n}\n", 1)]
    [InlineData("public class GrainRegistry : IGrainCallFilter\n{\n}\n", 0)]
    [InlineData("public class A : GrainReference\n{\n}\n", 0)]
    public void A_grain_that_is_not_internal_and_sealed_fails(string text, int violations) =>
        Assert.Equal(violations, SourceRules.Grains(new SourceFile("a/A.cs", text)).Count());

    // One text, so that a failure shows every violation in full.
    private static void Holds(IEnumerable<SourceFile> files, Func<SourceFile, IEnumerable<string>> rule) =>
        Assert.Equal("", string.Join('\n', files.SelectMany(rule)));
}
