using System.Collections.Immutable;
using System.Globalization;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>Texts that a model might write and that a page must only show: a thousand, the same in every run.</summary>
internal static class HostilePayloads
{
    private const int Count = 1_000;

    // {0} is a number, so that no two are alike. A hit would set window.hit or ask another host.
    private static readonly string[] _forms =
    [
        "<script>window.hit={0}</script>", "</bdi></li></ol><script>window.hit={0}</script>", "<img src=x onerror=window.hit={0}>",
        "<svg/onload=window.hit={0}>", "<svg><script>window.hit={0}</script></svg>", "\"><img src=x onerror=window.hit={0}>",
        "' onmouseover='window.hit={0}' autofocus onfocus='window.hit={0}", "<iframe srcdoc='<script>parent.hit={0}</script>'></iframe>",
        "<iframe src=javascript:parent.hit={0}></iframe>", "<a href=javascript:window.hit={0}>x</a>", "<body onload=window.hit={0}>",
        "<meta http-equiv=refresh content='0;url=http://192.0.2.1/{0}'>", "<base href=http://192.0.2.1/{0}/>",
        "<link rel=stylesheet href=http://192.0.2.1/{0}.css>", "<img src=http://192.0.2.1/{0}.png>", "<style>*{{display:none}}/*{0}*/</style>",
        "<form action=http://192.0.2.1/{0}><button>x</button></form>", "<object data=http://192.0.2.1/{0}></object>",
        "<math><mtext></mtext><mglyph><style><img src=x onerror=window.hit={0}></style></math>", "<template><script>window.hit={0}</script></template>",
        "<details open ontoggle=window.hit={0}>", "<video><source onerror=window.hit={0}></video>", "<textarea autofocus onfocus=window.hit={0}>",
        "</title><script>window.hit={0}</script>", "<!--{0}--><script>window.hit=1</script>", "<![CDATA[{0}]]>", "&lt;script&gt;{0}&lt;/script&gt;",
        "&#x3c;script&#x3e;window.hit={0}", "\\u003cscript\\u003ewindow.hit={0}", "<scr\u0000ipt>window.hit={0}</script>",
        "![x](http://192.0.2.1/{0}.png)", "[x](javascript:window.hit={0})", "**bold{0}** `code` ~~x~~ | a | b |", "# heading {0}\n---\n> quote",
        "$\\href{{javascript:window.hit={0}}}{{x}}$", "$\\includegraphics{{http://192.0.2.1/{0}}}$", "$\\html{{<img src=x onerror=window.hit={0}>}}$",
        "\\[\\href{{javascript:window.hit={0}}}{{x}}\\]", "$\\htmlData{{x=y{0}}}{{x}}$", "$\\htmlId{{link}}{{x{0}}}$", "$\\htmlStyle{{display:none}}{{{0}}}$",
        "$\\def\\a{{\\a\\a{0}}}\\a$", "$\\newcommand\\x{{\\x\\x}}\\x{0}$", "\\[{{{{{{{{{{{{{{{{{{{{x^{{y^{{z^{{{0}}}}}}}}}}}}}}}}}}}}}}}}}}}\\]",
        "$\\sqrt{{\\sqrt{{\\sqrt{{{0}}}}}}}$ and $\\frac{{1}}{{{0}}}$", "\\begin{{align}}x&={0}\\\\y&=<script>window.hit={0}</script>\\end{{align}}",
        "$\\text{{<img src=x onerror=window.hit={0}>}}$", "$\\unicode{{x202e}}{0}$", "$\\rule{{9999em}}{{9999em}}{0}$", "$\\fcolorbox{{red}}{{red}}{{{0}}}$",
        "\\def\\a{{\\a\\a{0}}}\\a", "$$\\frac{{{0}}}{{", "\u001b[2J\u001b[1;31m{0}\u001b[0m", "\u001b]0;title{0}\u0007", "\u009b31m{0}",
        "\r\noverwrite {0}\rx", "\b\b\b\b{0}", "{0}\u0000\u0000end", "12\u202e34 {0}", "\u2066\u2067{0}\u2069", "\u200f\u200e{0}",
        "\u061c{0}\ufeff\u2060", "a\u200b\u200c\u200db{0}", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301{0}", "\u2028line{0}\u2029", "\ue000{0}\uf8ff",
        "\ufff9{0}\ufffa\ufffb", "@(1+{0}) @{{ window.hit=1 }}", "{{{{constructor.constructor('window.hit={0}')()}}}}", "${{window.hit={0}}}",
        "data: {0}\n\nevent: over\ndata: x\n\n", "id: {0}\nretry: 1\n", "\t\t{0}\t", "   {0}   ", "%3Cscript%3Ewindow.hit={0}%3C/script%3E",
        "../../../../etc/passwd?{0}#x", "ﷺ{0}﷽", "𝕳{0}𝖊", "🏳️‍🌈{0}👩‍👩‍👧",
    ];

    public static ImmutableArray<string> All { get; } =
    [
        .. Enumerable.Range(0, Count - 6).Select(i => string.Format(CultureInfo.InvariantCulture, _forms[i % _forms.Length], i)),
        "<b>" + new string('x', 1_000_000), // A line of a megabyte,
        "$" + new string('{', 500_000) + new string('}', 500_000) + "$", // a formula of one,
        "$" + string.Concat(Enumerable.Repeat(@"\sqrt", 390)) + "x$", // one that is deep without braces,
        "$" + string.Concat(Enumerable.Repeat("x^{", 30)) + new string('}', 30) + "$",
        string.Concat(Enumerable.Repeat("$x$", 600)), // many of them,
        @"\[\begin{array}{" + new string('c', 300) + "}" + new string('&', 299) + @"\end{array}\]", // and a wide one.
    ];
}
