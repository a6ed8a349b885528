namespace Reckon.GradeCheck;

/// <summary>How often something held.</summary>
internal sealed class Tally
{
    public long Held { get; private set; }

    public long All { get; private set; }

    public void Add(bool held, long times = 1)
    {
        Held += held ? times : 0;
        All += times;
    }

    public override string ToString() => $"{Held,7} / {All,7}  {(All == 0 ? 0 : 100.0 * Held / All),7:F2} %";
}
