namespace Reckon.Testing;

/// <summary>
/// Answers as models write them, and what becomes of them under random cuts, swaps and copies: text to throw at a parser.
/// </summary>
public sealed class AnswerMutations(int seed)
{
    private static readonly string[] _answers =
    [
        "42", "-3.5", "1,234", @"\frac{1}{2}", @"\dfrac12", @"3\sqrt{13}", @"\sqrt[3]{2x+1}",
        @"2^{10}", @"x^2+2x+1", @"\frac{x+1}{(x-1)(x+2)}",
        @"\left( 3, \frac{\pi}{2} \right)", @"(-\infty, 2] \cup [3, \infty)", @"x \in [-2,7)", @"\{1\pm\sqrt{5},-2\}", @"3 \pm 2\sqrt{2}",
        @"\begin{pmatrix} 1 & 2 \\ -1/3 & \frac{5}{3} \end{pmatrix}", @"12\text{ cm}^2",
        @"\$32,\!348.50", @"90^\circ", @"10\%", "2516_8", @"152A_{11}",
        @"\text{(C)}", @"\text{June 20}", "5x - 7y + 11z + 4 = 0", "y = 2x + 3", @"3 < \lambda \le 4", "11:21", @"\binom{7}{3} \times 4!",
        @"e^{i\pi/3}", @"\log_2 8 + \ln 3", @"\sin^2 x + \cos^2 x", @"\tan 15^\circ", @"0.1\overline{6}",
        "6.02e23", "1+2i", @"|x-1| < 3", "x=1, y=2 and x=3, y=4",
        @"12^{\mathrm{th}} \text{ grade}", "four", @"\lfloor 7/2 \rfloor", @"f(x) = 3^{x+1}",
        "[1,2,3]", "1 \\frac{3}{4}", @"\frac{1}{1+\sqrt{2}+\sqrt{3}}",
    ];

    private static readonly string[] _pieces =
    [
        "{", "}", "(", ")", "[", "]", @"\{", @"\}", "^", "_", "!", "|", "&", @"\\", "$", "%",
        ",", ";", ":", "=", "<", ">", "+", "-", "*", "/", ".", "'", "\0", "\n\n", " ",
        @"\frac", @"\sqrt", @"\left", @"\right", @"\begin{pmatrix}", @"\end{pmatrix}", @"\text{",
        @"\pm", @"\cup", @"\overline", @"\binom", @"\sin", @"\log", @"\infty",
        "9", "99999999", "0", "e", "i", "x", @"\pi", "^{99999}", "^9^9^9", "…", "\u2212", "\ud800",
        "√", "²", @"\", "and", "or", "°", "(((((((", "{{{{{{{{", "------",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next text: no two streams of one seed differ.</summary>
    public string Next()
    {
        var text = _answers[_random.Next(_answers.Length)];
        for (var change = _random.Next(1, 6); change > 0; change--)
        {
            text = Changed(text);
        }

        return text;
    }

    private string Changed(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = _random.Next(Math.Min(8, text.Length - at) + 1);
        return _random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text[..at] + _answers[_random.Next(_answers.Length)] + text[at..],
            3 when text.Length < 400 => text + text[at..],
            4 => text.Insert(at, string.Concat(Enumerable.Repeat(_pieces[_random.Next(_pieces.Length)], _random.Next(1, 4)))),
            _ => text.Insert(at, _pieces[_random.Next(_pieces.Length)]),
        };
    }
}
