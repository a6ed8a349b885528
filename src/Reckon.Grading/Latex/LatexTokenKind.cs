namespace Reckon.Grading.Latex;

/// <summary>What a token is.</summary>
internal enum LatexTokenKind
{
    /// <summary>The end of the answer.</summary>
    End,

    /// <summary>A number without sign.</summary>
    Number,

    /// <summary>Digits with letters among them, of some base above ten.</summary>
    Digits,

    /// <summary>A variable or a constant.</summary>
    Letter,

    /// <summary>A word of a language.</summary>
    Word,

    /// <summary>A function, a root, a fraction and the like.</summary>
    Command,

    /// <summary>The begin of an environment; the text is its name.</summary>
    Begin,

    /// <summary>The end of an environment.</summary>
    EndOf,

    /// <summary>A sign: an operator, a relation, a bracket or a separator.</summary>
    Sign,
}
