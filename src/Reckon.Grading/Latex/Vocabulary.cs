using System.Collections.Frozen;

namespace Reckon.Grading.Latex;

/// <summary>What commands, characters and words mean.</summary>
internal static class Vocabulary
{
    /// <summary>Commands that are signs.</summary>
    public static FrozenDictionary<string, string> Signs { get; } = Table(
        ("cdot", "*"), ("times", "*"), ("ast", "*"), ("div", "/"), ("pm", "±"), ("mp", "∓"),
        ("le", "≤"), ("leq", "≤"), ("leqslant", "≤"), ("ge", "≥"), ("geq", "≥"), ("geqslant", "≥"), ("lt", "<"), ("gt", ">"),
        ("ne", "≠"), ("neq", "≠"), ("approx", "≈"), ("simeq", "≈"), ("sim", "≈"), ("equiv", "="), ("in", "∈"),
        ("cup", "∪"), ("cap", "∩"), ("setminus", "∖"), ("backslash", "∖"), ("circ", "°"), ("degree", "°"),
        ("to", "⇒"), ("rightarrow", "⇒"), ("Rightarrow", "⇒"), ("implies", "⇒"), ("iff", "⇒"), ("Longrightarrow", "⇒"), ("therefore", "⇒"),
        ("colon", ":"), ("mid", "|"), ("vert", "|"), ("lvert", "|"), ("rvert", "|"), ("lbrace", "\\{"), ("rbrace", "\\}"),
        ("langle", "("), ("rangle", ")"), ("lbrack", "["), ("rbrack", "]"), ("ldots", "…"), ("dots", "…"), ("cdots", "…"),
        ("prime", "'"), ("lfloor", "⌊"), ("rfloor", "⌋"), ("lceil", "⌈"), ("rceil", "⌉"), ("choose", "choose"), ("And", "&"));

    /// <summary>Characters that are other spellings of signs.</summary>
    public static FrozenDictionary<char, string> Characters { get; } = Spellings(
        ("\u2212\u2013\u2010", "-"), ("×·⋅", "*"), ("÷", "/"), ("±", "±"), ("∓", "∓"), ("≤⩽", "≤"), ("≥⩾", "≥"), ("≠", "≠"), ("≈", "≈"),
            ("∈", "∈"), ("≡", "="),
        ("∪", "∪"), ("∩", "∩"), ("∖", "∖"), ("°", "°"), ("→⇒", "⇒"), ("，", ","), ("；", ";"), ("：", ":"), ("（", "("), ("）", ")"),
            ("％", "%"), ("…", "…"), ("∣", "|"));

    /// <summary>Commands that change only the look; their argument, if they have one, remains.</summary>
    public static FrozenSet<string> Looks { get; } = Set(
        "left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle displaystyle textstyle limits nolimits boxed fbox " +
        "quad qquad hfill enspace thinspace medspace thickspace negthinspace rm bf it sf tt beginboxed mathstrut phantom ensuremath " +
        "normalsize large Large small footnotesize centering noindent left. right.");

    /// <summary>Environments that only arrange formulas.</summary>
    public static FrozenSet<string> Displays { get; } = Set("aligned align alignedat gather gathered split equation eqnarray multline displaymath math");

    /// <summary>Commands whose argument is text.</summary>
    public static FrozenSet<string> Texts { get; } = Set(
        "text textbf textit textrm textnormal textsf texttt mbox hbox mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak operatorname textup emph bold boldsymbol");

    /// <summary>Functions of one argument that may be written without parentheses, by all their spellings.</summary>
    public static FrozenDictionary<string, string> Functions { get; } = Table(
        ("sin", "sin"), ("cos", "cos"), ("tan", "tan"), ("cot", "cot"), ("sec", "sec"), ("csc", "csc"), ("ln", "ln"), ("log", "log"),
        ("lg", "lg"), ("exp", "exp"), ("arcsin", "arcsin"), ("arccos", "arccos"), ("arctan", "arctan"), ("asin", "arcsin"),
        ("acos", "arccos"), ("atan", "arctan"), ("sinh", "sinh"), ("cosh", "cosh"), ("tanh", "tanh"), ("abs", "abs"), ("floor", "floor"),
        ("ceil", "ceil"), ("gcd", "gcd"), ("lcm", "lcm"), ("max", "max"), ("min", "min"), ("tg", "tan"), ("ctg", "cot"), ("cosec", "csc"));

    /// <summary>Commands with arguments in braces.</summary>
    public static FrozenDictionary<string, string> Structures { get; } = Table(
        ("frac", "frac"), ("dfrac", "frac"), ("tfrac", "frac"), ("cfrac", "frac"), ("sqrt", "sqrt"), ("binom", "binom"),
            ("dbinom", "binom"),
        ("tbinom", "binom"), ("overline", "overline"), ("bar", "overline"), ("dot", "dot"), ("hat", "mark"), ("vec", "mark"),
        ("overrightarrow", "mark"), ("widehat", "mark"), ("tilde", "mark"), ("underline", "mark"), ("mod", "mod"), ("bmod", "mod"),
            ("pmod", "mod"),
        ("angle", "mark"), ("triangle", "mark"), ("det", "det"));

    /// <summary>Commands that are letters.</summary>
    public static FrozenDictionary<string, string> Letters { get; } = Table(
        ("pi", "π"), ("infty", "∞"), ("emptyset", "∅"), ("varnothing", "∅"), ("varphi", "phi"), ("varepsilon", "epsilon"),
            ("vartheta", "theta"),
        ("ell", "ell"), ("hbar", "hbar"));

    /// <summary>Runs of letters that are no product of variables.</summary>
    public static FrozenDictionary<string, string> Runs { get; } = Table(
        ("pi", "π"), ("oo", "∞"), ("inf", "∞"), ("infty", "∞"), ("infinity", "∞"), ("Infinity", "∞"));

    /// <summary>The Greek letters.</summary>
    public static FrozenSet<string> Greek { get; } = Set(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron rho sigma tau upsilon phi chi psi omega " +
        "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega");

    /// <summary>Short words that are no product of variables.</summary>
    public static FrozenSet<string> ShortWords { get; } = Set(
        "and or th st nd rd is not odd yes no red the of to for one two six ten man men boy day mon tue wed thu fri sat sun jan feb mar apr " +
        "may jun jul aug sep oct nov dec tie win all any are per pct neither none if cat dog sum dne");

    /// <summary>Short words that are products of variables, too: words only after a word or a number and a space.</summary>
    public static FrozenSet<string> WordsOrProducts { get; } = Set("in on at by am pm bc ad an");

    /// <summary>Words before an answer that say nothing.</summary>
    public static FrozenSet<string> Fillers { get; } = Set(
        "answer the is final thus therefore so approximately about option choice only exactly or area value equals total probability");

    /// <summary>Words that are numbers.</summary>
    public static FrozenDictionary<string, int> Numbers { get; } = Values(
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
        ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
            ("seventeen", 17),
        ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70),
        ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000));

    /// <summary>Words that are parts of a whole, with how many of them make it.</summary>
    public static FrozenDictionary<string, int> Parts { get; } = Values(
        ("half", 2), ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9),
        ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16),
        ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19), ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40),
            ("fiftieth", 50),
        ("sixtieth", 60), ("hundredth", 100), ("thousandth", 1_000), ("millionth", 1_000_000));

    /// <summary>Words behind a number that may make it another answer: 5 km east are not 5 km west.</summary>
    public static FrozenSet<string> Senses { get; } = Set(
        "east west north south up down left right above below ad bc ce bce profit loss gain increase decrease increased decreased rise fall " +
        "more less fewer heads tails even odd prime composite positive negative real imaginary complex minimum maximum clockwise " +
        "counterclockwise deep high early late before after forward backward");

    /// <summary>Words behind a number that make it something that is no number.</summary>
    public static FrozenSet<string> Conditions { get; } = Set("not except least most unless if when where than");

    /// <summary>Words that multiply the number before them.</summary>
    public static FrozenDictionary<string, string> Multipliers { get; } = Table(
        ("hundred", "100"), ("thousand", "1000"), ("million", "1000000"), ("billion", "1000000000"), ("trillion", "1000000000000"),
            ("dozen", "12"));

    /// <summary>Phrases that are other phrases.</summary>
    public static FrozenDictionary<string, string> Phrases { get; } = Table(
        ("dne", "does not exist"), ("do not exist", "does not exist"), ("limit does not exist", "does not exist"),
        ("doesn t exist", "does not exist"), ("limit dne", "does not exist"), ("nonexistent", "does not exist"),
        ("not defined", "undefined"), ("is undefined", "undefined"), ("is not defined", "undefined"),
        ("no solutions", "no solution"), ("no real solution", "no solution"), ("no real solutions", "no solution"),
        ("there is no solution", "no solution"), ("there are no solutions", "no solution"), ("there are no real solutions", "no solution"),
        ("empty set", "no solution"), ("infinitely many solutions", "infinitely many"), ("infinite", "infinitely many"),
        ("infinite solutions", "infinitely many"), ("infinite number of solutions", "infinitely many"),
        ("an infinite number of solutions", "infinitely many"), ("none of the above", "none of these"),
        ("all reals", "all real numbers"), ("real numbers", "all real numbers"), ("all real values", "all real numbers"),
        ("any real number", "all real numbers"), ("not enough information", "cannot be determined"),
            ("can not be determined", "cannot be determined"));

    /// <summary>Words that are other words.</summary>
    public static FrozenDictionary<string, string> Synonyms { get; } = Table(("true", "yes"), ("false", "no"));

    private static FrozenDictionary<string, string> Table(params (string Name, string Meaning)[] rows) =>
        rows.ToFrozenDictionary(row => row.Name, row => row.Meaning, StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Values(params (string Name, int Value)[] rows) =>
        rows.ToFrozenDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);

    private static FrozenDictionary<char, string> Spellings(params (string Characters, string Sign)[] rows) =>
        rows.SelectMany(row => row.Characters.Select(character => (character, row.Sign))).ToFrozenDictionary(row => row.character,
            row => row.Sign);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
