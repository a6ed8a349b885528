using Reckon.Dashboard.Text;

namespace Reckon.Dashboard.Tests.Text;

public sealed class MathTextTests
{
    [Theory]
    [InlineData("so $x^2 = 4$ and $x = 2$.", "so [x^2 = 4] and [x = 2].")]
    [InlineData(@"\(a+b\) then \[c\]", "[a+b] then {c}")]
    [InlineData("$$\\frac{1}{2}$$", @"{\frac{1}{2}}")]
    [InlineData(@"The answer is \boxed{\frac{1}{2}}.", @"The answer is [\boxed{\frac{1}{2}}].")]
    [InlineData("\\begin{align*}x&=1\\\\y&=2\\end{align*}", "{\\begin{align*}x&=1\\\\y&=2\\end{align*}}")]
    [InlineData(@"a set $\{1,2\}$ here", @"a set [\{1,2\}] here")]
    [InlineData("from $5 to $6", "from $5 to $6")]
    [InlineData("costs $5, or $6 a piece", "costs $5, or $6 a piece")]
    [InlineData(@"a price of \$5 and \$6", @"a price of \$5 and \$6")]
    [InlineData("an open $x", "an open $x")]
    [InlineData("$$", "$$")]
    [InlineData("no formula", "no formula")]
    [InlineData("$a\n\nb$", "$a\n\nb$")]
    [InlineData(@"\boxed{", @"\boxed{")]
    [InlineData(@"\begin{evil}x\end{evil}", @"\begin{evil}x\end{evil}")]
    [InlineData(@"ends in \", @"ends in \")]
    [InlineData("", "")]
    public void Formulas_are_found_between_their_delimiters(string text, string parts)
    {
        Assert.Equal(parts, string.Concat(MathText.Split(text).Select(Shown)));
        Assert.Equal(text, string.Concat(MathText.Split(text).Select(part => part.Text)));
    }

    [Theory]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData(@"\url{http://192.0.2.1}")]
    [InlineData(@"\htmlData{a=b}{x}")]
    [InlineData(@"\htmlId{a}{x}")]
    [InlineData(@"\includegraphics{http://192.0.2.1/x.png}")]
    [InlineData(@"\def\a{\a\a}\a")]
    [InlineData(@"\gdef\a{x}")]
    [InlineData(@"\newcommand{\a}{x}")]
    [InlineData(@"\let\a=b")]
    [InlineData(@"\color{white}x")]
    [InlineData(@"\textcolor{white}{x}")]
    [InlineData(@"\kern-100em x")]
    [InlineData(@"\rule{100em}{100em}")]
    [InlineData(@"\raisebox{100em}{x}")]
    [InlineData(@"\phantom{x}")]
    [InlineData(@"a\\[-100em] b")]
    [InlineData(@"a\!\!\!\!\!b")]
    [InlineData(@"\reflectbox{x}")]
    [InlineData("{")]
    [InlineData("}{")]
    public void What_defines_links_loads_colours_or_moves_things_stays_as_it_was_written(string tex)
    {
        Assert.False(MathLanguage.Accepts(tex));
        Assert.All(MathText.Split($"${tex}$ \\[{tex}\\]"), part => Assert.Equal(MathKind.Words, part.Kind));
    }

    [Fact]
    public void A_name_that_only_begins_like_a_refused_one_is_typeset() => Assert.True(MathLanguage.Accepts(@"\definitely + \hrefs + \left( x \right)"));

    [Fact]
    public void What_is_far_larger_than_any_solution_needs_stays_as_it_was_written()
    {
        Assert.False(MathLanguage.Accepts(new string('x', MathLanguage.MostCharacters + 1)));
        Assert.False(MathLanguage.Accepts(new string('{', 40) + new string('}', 40)));
        Assert.False(MathLanguage.Accepts(string.Concat(Enumerable.Repeat(@"\sqrt", 401))));
        Assert.True(MathLanguage.Accepts(new string('{', MathLanguage.MostDepth) + new string('}', MathLanguage.MostDepth)));
    }

    [Theory]
    [InlineData(@"\frac{1}{2}", true)]
    [InlineData("x^2", true)]
    [InlineData("a_1", true)]
    [InlineData(@"\text{east}", true)]
    [InlineData("42", false)]
    [InlineData("five apples", false)]
    [InlineData("snake_case", true)] // As it would be, were it mathematics; it can be read either way.
    [InlineData("$x$", false)]
    [InlineData(@"\href{x}{y}", false)]
    public void An_answer_is_a_formula_when_it_has_commands_or_scripts(string answer, bool isFormula) =>
        Assert.Equal(isFormula, MathLanguage.IsFormula(answer));

    [Fact]
    public void A_text_of_signs_is_read_in_a_moment_and_stays_whole()
    {
        foreach (var sign in (string[])["$", "$$ ", @"\(", @"\[", @"\boxed{", @"\begin{align}", "\\", "$a ", "{$"])
        {
            var text = string.Concat(Enumerable.Repeat(sign, InertText.MostCharacters / sign.Length));
            Assert.Equal(text, string.Concat(MathText.Split(text).Select(part => part.Text)));
        }
    }

    private static string Shown(MathPart part)
    {
        var inside = part.Text[part.Delimiter..^part.Delimiter];
        return part.Kind switch { MathKind.Inline => $"[{inside}]", MathKind.Display => $"{{{inside}}}", _ => inside };
    }
}
