using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Tests.Routing;

public sealed class RouterOptionsTests
{
    public static TheoryData<string> Names => [.. typeof(RouterOptions).GetProperties().Select(property => property.Name)];

    [Fact]
    public void The_defaults_are_in_their_ranges() => Assert.Empty(Violations(new RouterOptions()));

    [Theory, MemberData(nameof(Names))]
    public void Every_option_has_a_range_and_is_refused_below_and_above(string name)
    {
        var property = typeof(RouterOptions).GetProperty(name)!;
        object[] outside = property.PropertyType == typeof(TimeSpan) ? [TimeSpan.Zero, TimeSpan.FromHours(1)] : [0, int.MaxValue];

        Assert.NotNull(property.GetCustomAttribute<RangeAttribute>());
        Assert.All(outside, value =>
        {
            var options = new RouterOptions();
            property.SetValue(options, value);
            Assert.Equal([name], Violations(options));
        });
    }

    private static List<string> Violations(RouterOptions options)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return [.. results.SelectMany(result => result.MemberNames)];
    }
}
