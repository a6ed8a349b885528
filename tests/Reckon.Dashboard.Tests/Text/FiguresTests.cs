using Reckon.Dashboard.Text;

namespace Reckon.Dashboard.Tests.Text;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(4.5, "4.5")]
    [InlineData(999, "999")]
    [InlineData(1_184, "1.18 k")]
    [InlineData(4.17e9, "4.17 G")]
    public void Large_numbers_have_three_digits(double number, string text) => Assert.Equal(text, Figures.Brief(number));

    [Theory]
    [InlineData(2.34, "2.3 s")]
    [InlineData(59, "59 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(7_500, "2 h 5 min")]
    [InlineData(180_000, "2 d 2 h")]
    public void Times_have_two_units(double seconds, string text) => Assert.Equal(text, Figures.Time(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("0.1.0+89dbfb4e8b8725f2fe29726d4052ff791d03507a", "0.1.0+89dbfb4e")]
    [InlineData("0.1.0+89dbfb4e", "0.1.0+89dbfb4e")]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("", "")]
    public void A_build_has_the_first_digits_of_its_commit(string program, string text) => Assert.Equal(text, Figures.Build(program));

    [Theory, InlineData(0, 0), InlineData(0.04, 0), InlineData(0.05, 1), InlineData(1, 10), InlineData(2, 10), InlineData(-1, 0)]
    public void Shades_go_from_0_to_10(double share, int shade) => Assert.Equal(shade, Figures.Shade(share));
}
