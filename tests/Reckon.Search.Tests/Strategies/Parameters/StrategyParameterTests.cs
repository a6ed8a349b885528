using System.Globalization;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Tests.Strategies.Parameters;

public sealed class StrategyParameterTests
{
    private static readonly WholeNumberParameter _width = new("width", "children", 1, 100);
    private static readonly NumberParameter _margin = new("margin", "how far behind the best", -0.5, 1, 0.25);
    private static readonly WidthParameter _children = new("children", "children", 1, 100);
    private static readonly ChoiceParameter<UriKind> _kind = new("kind", "which kind", UriKind.RelativeOrAbsolute);

    public static TheoryData<StrategyParameter, string, string?> Texts => new()
    {
        { _width, "1", "1" },
        { _width, "+100", "100" },
        { _width, "0", null },
        { _width, "101", null },
        { _width, "1.5", null },
        { _width, "1e2", null },
        { _width, " 1", null },
        { _width, "99999999999", null },
        { _children, "4", "4" },
        { _children, "sqrt", "sqrt" },
        { _children, "Sqrt", null },
        { _children, "0", null },
        { _children, "101", null },
        { _children, "", null },
        { _margin, "1", "1" },
        { _margin, "2.5e-1", "0.25" },
        { _margin, "-0", "0" },
        { _margin, "-0.6", null },
        { _margin, "NaN", null },
        { _margin, "Infinity", null },
        { _margin, "0,5", null },
        { _kind, "absolute", "absolute" },
        { _kind, "Absolute", null },
        { _kind, "1", null },
        { _kind, "", null },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Reads_what_is_in_its_range_and_nothing_else(StrategyParameter parameter, string text, string? value) =>
        Assert.Equal(value, parameter.Parse(text)?.ToString());

    [Fact]
    public void Says_what_it_expects()
    {
        Assert.Equal("a whole number from 1 to 100", _width.Expected);
        Assert.Equal("a number from -0.5 to 1", _margin.Expected);
        Assert.Equal("a whole number from 1 to 100, or sqrt (the square root of n, rounded down)", _children.Expected);
        Assert.Equal("one of relativeOrAbsolute, absolute, relative", _kind.Expected);
    }

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        CultureInfo.CurrentCulture = new CultureInfo("de-DE"); // Of this test alone: the current culture flows with the call.

        Assert.Equal("a number from -0.5 to 1", _margin.Expected);
        Assert.Equal("0.25", _margin.Parse("0.25").ToString());
    }

    [Fact]
    public void Values_are_read_by_the_type_of_their_parameter()
    {
        var values = new ParameterValues([new("n", 4), new("width", 2), new("margin", 0.5), new("kind", "relative")]);

        Assert.Equal(4, values.N);
        Assert.Equal(2, values.Of(_width));
        Assert.Equal(0.5, values.Of(_margin));
        Assert.Equal(UriKind.Relative, values.Of(_kind));
        Assert.Equal("n=4 width=2 margin=0.5 kind=relative", values.ToString());
    }

    [Fact]
    public void A_value_that_is_implied_is_its_default() =>
        Assert.Equal(0.25, new ParameterValues([new("n", 4)]).Of(_margin with { IsImplied = true }));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(15, 3)]
    [InlineData(16, 4)]
    [InlineData(9_999, 99)]
    [InlineData(10_000, 100)]
    public void A_width_may_be_the_square_root_of_n_rounded_down(int n, int width)
    {
        Assert.Equal(width, new ParameterValues([new("n", n), new("children", "sqrt")]).Of(_children));
        Assert.Equal(7, new ParameterValues([new("n", n), new("children", 7)]).Of(_children));
    }

    [Fact]
    public void A_value_that_is_not_there_or_of_another_kind_is_refused()
    {
        var values = new ParameterValues([new("n", 4), new("margin", "much"), new("kind", 1)]);

        Assert.Contains("width", Assert.Throws<ArgumentException>(() => values.Of(_width)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => values.Of(_margin));
        Assert.Throws<ArgumentException>(() => values.Of(_kind));
        Assert.Throws<ArgumentException>(() => new ParameterValues([new("n", 4), new("children", "cbrt")]).Of(_children));
        Assert.Throws<ArgumentException>(() => new ParameterValues([new("n", 4), new("children", 101)]).Of(_children));
    }

    [Fact]
    public void Values_are_equal_when_names_values_and_order_are()
    {
        ParameterValues Values(params (string, ParameterValue)[] items) =>
            new(items.Select(item => KeyValuePair.Create(item.Item1, item.Item2)));

        Assert.Equal(Values(("n", 4), ("a", 0.0), ("b", "x")), Values(("n", 4), ("a", -0.0), ("b", "x")));
        Assert.NotEqual(Values(("n", 4), ("a", 0.0), ("b", "x")), Values(("n", 4), ("b", "x"), ("a", 0.0)));
        Assert.NotEqual(Values(("n", 4), ("a", 1)), Values(("n", 4), ("a", "1")));
        Assert.Throws<ArgumentException>(() => Values(("a", 4)));
        Assert.Throws<ArgumentException>(() => Values(("n", 0.5)));
        Assert.Throws<ArgumentException>(() => Values(("n", 4), ("n", 4)));
    }
}
