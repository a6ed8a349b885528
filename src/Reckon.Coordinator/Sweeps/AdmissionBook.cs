using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;

namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// Keeps a sweep within its own budget by deciding which problems are admitted. The most that a problem's trials may spend is set aside
/// for it; when it is done, what it did spend counts instead. Problems are admitted in order, and one that does not fit waits for those
/// that run: which ones are admitted depends on what the ones before spend, not on which of them ends first. Only limits on time and on
/// what servers bill make it depend on chance.
/// </summary>
/// <param name="sweep">What all trials may spend together; null for no limit.</param>
/// <param name="search">
/// What each trial may; it has a limit in every unit in which <paramref name="sweep"/> has one, and on money where that limits the bill.
/// </param>
/// <param name="trials">Trials of each problem.</param>
/// <param name="admittedBefore">Problems that were admitted before a restart. They fit then, and are admitted again.</param>
internal sealed class AdmissionBook(SweepBudget? sweep, Budget search, int trials, int admittedBefore = 0)
{
    private readonly HashSet<int> _open = [];
    private readonly HashSet<int> _closed = [];
    private readonly Charge _limit = new(
        sweep?.Trials ?? Int128.MaxValue, sweep?.Tokens ?? Int128.MaxValue, sweep?.Flops is { } flops ? (Int128)flops : Int128.MaxValue,
        sweep?.Money is { } money ? Charge.LimitOf(money) : Int128.MaxValue);

    // In a unit without a limit nothing needs to be set aside.
    private readonly Charge _ofTrial = new(
        1, sweep?.Tokens is null ? 0 : search.Tokens ?? 0, sweep?.Flops is null ? 0 : (Int128)(search.Flops ?? 0),
        sweep?.Money is null ? 0 : Charge.MostOf(search.Money ?? 0));

    private readonly Int128 _mostBilled = sweep?.Bill is { } bill ? Charge.LimitOf(bill) : Int128.MaxValue;
    private readonly Int128 _billOfProblem = sweep?.Bill is null ? 0 : trials * Charge.MostOf(search.Money ?? 0);

    private Charge _spent;

    /// <summary>What is spent or set aside.</summary>
    public Charge Committed => _spent + (_open.Count * OfProblem);

    /// <summary>The share of the sweep's budget that is spent, in the unit of which most is; 0 without one.</summary>
    public double Used(SweepUse use) => new[]
    {
        _spent.ShareOf(_limit),
        sweep?.Seconds is { } seconds ? use.Elapsed.TotalSeconds / seconds : 0,
        sweep?.Bill is { } bill ? use.Billed / bill : 0,
    }.Max();

    private Charge OfProblem => trials * _ofTrial;

    /// <summary>What is to be done with the problem at <paramref name="place"/>, the next in order, after so much use.</summary>
    public AdmissionVerdict Ask(int place, SweepUse use)
    {
        if (place < admittedBefore)
        {
            return AdmissionVerdict.Admit;
        }

        if (use.Elapsed.TotalSeconds + (trials * (search.Seconds ?? 0)) > (sweep?.Seconds ?? double.PositiveInfinity))
        {
            return AdmissionVerdict.Stop;
        }

        var fits = (Committed + OfProblem).IsWithin(_limit) && Charge.MoneyOf(use.Billed) + ((_open.Count + 1) * _billOfProblem) <= _mostBilled;
        return (fits, _open.Count) switch
        {
            (true, _) => AdmissionVerdict.Admit,
            (_, > 0) => AdmissionVerdict.Wait,
            _ => AdmissionVerdict.Stop,
        };
    }

    /// <summary>Sets the most aside that the problem at <paramref name="place"/> may spend.</summary>
    public void Open(int place) => _open.Add(place);

    /// <summary>Counts what a problem that is done was charged, and a failed trial as if it had spent all that it may.</summary>
    public void Close(int place, Charge finished)
    {
        _open.Remove(place); // After a restart, a problem may end before it is admitted again.
        if (_closed.Add(place))
        {
            _spent += finished + ((trials - (int)finished.Trials) * _ofTrial);
        }
    }
}
