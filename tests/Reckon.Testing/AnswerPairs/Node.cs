namespace Reckon.Testing.AnswerPairs;

/// <summary>A random expression: a number, a variable, or an operation on others. A power has a whole exponent on its right.</summary>
internal sealed record Node(char Sign, int Number = 0, Node? Left = null, Node? Right = null)
{
    public static Node Of(int number) => new('n', number);

    public static Node Random(Speller speller, int depth) => (depth == 0 ? 0 : speller.Int(0, 5)) switch
    {
        0 => speller.Coin ? Of(speller.NonZero(1, 9)) : new Node(speller.Pick('x', 'y')),
        1 => new Node('^', 0, Random(speller, depth - 1), Of(speller.Int(2, 3))),
        2 => new Node('/', 0, Random(speller, depth - 1), Of(speller.Int(2, 9))),
        var sign => new Node("+-*"[sign - 3], 0, Random(speller, depth - 1), Random(speller, depth - 1)),
    };

    public double At(double x, double y) => Sign switch
    {
        'n' => Number,
        'x' => x,
        'y' => y,
        '+' => Left!.At(x, y) + Right!.At(x, y),
        '-' => Left!.At(x, y) - Right!.At(x, y),
        '*' => Left!.At(x, y) * Right!.At(x, y),
        '/' => Left!.At(x, y) / Right!.At(x, y),
        _ => Math.Pow(Left!.At(x, y), Right!.Number),
    };

    /// <summary>Another expression of the same value: laws of arithmetic at random places.</summary>
    public Node Rewritten(Speller speller)
    {
        if (Left is null || Right is null)
        {
            return speller.Int(0, 9) == 0 ? new Node('-', 0, new Node('*', 0, Of(3), this), new Node('*', 0, this, Of(2))) : this;
        }

        var (left, right) = (Left.Rewritten(speller), Sign == '^' ? Right : Right.Rewritten(speller));
        return (Sign, speller.Int(0, 2)) switch
        {
            ('+' or '*', 0) => new Node(Sign, 0, right, left),
            ('-', 0) => new Node('+', 0, new Node('*', 0, Of(-1), right), left),
            ('*', 1) when right.Sign is '+' or '-' =>
                new Node(right.Sign, 0, new Node('*', 0, left, right.Left), new Node('*', 0, left, right.Right)),
            ('^', 0) when Right.Number == 2 => new Node('*', 0, left, left),
            ('/', 0) => new Node('/', 0, new Node('*', 0, left, Of(2)), new Node('*', 0, right, Of(2))),
            ('/', 1) when left.Sign is '+' or '-' =>
                new Node(left.Sign, 0, new Node('/', 0, left.Left, right), new Node('/', 0, left.Right, right)),
            _ => new Node(Sign, 0, left, right),
        };
    }

    /// <summary>The same with one number, variable or sign replaced.</summary>
    public Node Changed(Speller speller)
    {
        if (Left is null || Right is null)
        {
            return Sign == 'n' ? Of(Number + speller.Pick(1, 2)) : new Node(Sign == 'x' ? 'y' : 'x');
        }

        return speller.Int(0, 3) switch
        {
            0 when Sign is '+' => new Node('-', 0, Left, Right),
            1 when Sign is '+' or '-' or '*' or '/' => new Node(Sign, 0, Left, Right.Changed(speller)),
            _ => new Node(Sign, 0, Left.Changed(speller), Right),
        };
    }

    public string Spelled(Speller speller) => Sign switch
    {
        'n' => Number < 0 ? $"({Number})" : $"{Number}",
        'x' or 'y' => $"{Sign}",
        '+' => Left!.Spelled(speller) + speller.Space() + "+" + speller.Space() + Right!.Spelled(speller),
        '-' => Left!.Spelled(speller) + speller.Space() + "-" + speller.Space() + Right!.Factor(speller),
        '*' => Left!.Factor(speller) + speller.Times() + Right!.Factor(speller),
        '/' => speller.Coin
            ? $@"\frac{{{Left!.Spelled(speller)}}}{{{Right!.Spelled(speller)}}}"
            : $"{Left!.Atom(speller)}/{Right!.Atom(speller)}",
        _ => Left!.Atom(speller) + speller.Exponent(Right!.Number),
    };

    private string Factor(Speller speller) => Sign is '+' or '-' or '/' ? speller.Bracketed(Spelled(speller)) : Spelled(speller);

    private string Atom(Speller speller) => Left is null && Number >= 0 ? Spelled(speller) : speller.Bracketed(Spelled(speller));
}
