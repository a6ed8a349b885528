using System.Text.RegularExpressions;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

public sealed partial class RenderTests
{
    public static TheoryData<string> Profiles => [.. Chart.Profiles];

    [Theory, MemberData(nameof(Profiles))]
    public void Both_majors_of_helm_accept_and_render_every_profile_alike(string profile)
    {
        Assert.All(ChartTools.Helms, helm =>
        {
            var (code, output, error) = ChartTools.Run(helm, ["lint", "--strict", Chart.Folder, .. Chart.ValuesOf(profile)]);
            Assert.True(code == 0, output + error);
        });
        Assert.Equal(Lines(Chart.Render(profile)), Lines(Chart.Render(profile, "helm-3")));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Every_profile_is_the_same_for_every_version_of_kubernetes(string profile)
    {
        var newest = Chart.Render(profile);
        Assert.All(Chart.Kubernetes, version => Assert.Equal(newest, Chart.Render(profile, kubernetes: version)));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Every_profile_consists_of_known_names_alone_and_no_object_is_there_twice(string profile)
    {
        var objects = ObjectSet.Read(Chart.Render(profile)).All;

        Assert.NotEmpty(objects);
        Assert.Distinct(objects.Select(it => $"{it.Kind} {it.Metadata.Name}"));
        Assert.All(objects, it => Assert.InRange(it.Metadata.Name.Length, 1, 63));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Every_profile_renders_as_it_did(string profile) => Golden.Match(Chart.Render(profile), test: profile);

    [Fact]
    public void An_unknown_name_or_one_that_stands_twice_is_found()
    {
        const string service = "apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n";

        Assert.ThrowsAny<Exception>(() => ObjectSet.Read($"{service}  portz: []\n"));
        Assert.ThrowsAny<Exception>(() => ObjectSet.Read($"{service}  ports: []\n  ports: []\n"));
    }

    // The majors separate documents by different blank lines, and order them differently.
    private static IEnumerable<string> Lines(string text) => Blank().Replace(text, "\n").Split('\n').Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex Blank();
}
