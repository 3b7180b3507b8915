using Bench.Results.Data;

namespace Bench.Results.Pair;

/// <summary>
/// Which row of the same run a row may be measured against: looked up, as a run of thousands asks for each. A ratio to such a row survives
/// a change of machine speed that a time does not. A row that others are measured against finds itself, but for <see cref="For"/>.
/// </summary>
public sealed class References
{
    private readonly Dictionary<string, BenchmarkRow> offers = new(StringComparer.Ordinal);

    /// <summary>Those among <paramref name="run"/>; of several that fit the first.</summary>
    public References(IEnumerable<BenchmarkRow> run)
    {
        foreach (var row in run)
            foreach (string offer in Offers(row))
                offers.TryAdd(offer, row);
    }

    /// <summary>The row's reference; null where the run has none, or it is the reference itself.</summary>
    public BenchmarkRow? For(BenchmarkRow row)
    {
        var reference = Reference.CompanyOf(row) is not null ? Alone(row)
            : row.Parameter(Reference.How) is not null ? PlainCall(row)
            : row.Parameter(Reference.Mechanism) is null ? FunctionCall(row)
            : Demand(row);
        return reference?.FullName == row.FullName ? null : reference;
    }

    /// <summary>The plain function call of the row's class.</summary>
    public BenchmarkRow? FunctionCall(BenchmarkRow row) =>
        Find(OfMethod(row, row.Type == BenchmarkRow.FunctionCall ? Reference.StaticCall : BenchmarkRow.FunctionCall));

    /// <summary>The same row without company; null where the row says nothing about company.</summary>
    public BenchmarkRow? Alone(BenchmarkRow row) => Reference.CompanyOf(row) is { } company
        ? Find(OfParameters(row, row.Parameters.Select(p => p.Key == company.Parameter ? KeyValuePair.Create(p.Key, company.Alone) : p)))
        : null;

    /// <summary>The system call for each operation of a batch; null where the row is of no batch.</summary>
    public BenchmarkRow? PlainCall(BenchmarkRow row) =>
        row.Parameter(Reference.How) is { } how ? Find(OfHow(row, Reference.OperationOf(how))) : null;

    /// <summary>One page a fault under the same circumstances; null where the row has no mechanism.</summary>
    public BenchmarkRow? Demand(BenchmarkRow row) =>
        row.Parameter(Reference.Mechanism) is null ? null : Find(OfMechanism(row, Reference.Demand, Circumstances(row)));

    /// <summary>The floor under faults of the row's method; null where the row has no mechanism.</summary>
    public BenchmarkRow? ZeroingFloor(BenchmarkRow row) =>
        row.Parameter(Reference.Mechanism) is null ? null : Find(OfMechanism(row, Reference.ZeroingFloor, []));

    /// <summary>The common kind of fault in the same order; null where the row is of no kind.</summary>
    public BenchmarkRow? AnonymousWrite(BenchmarkRow row) =>
        row.Parameter(Reference.Kind) is null ? null : Find(OfKind(row, Reference.AnonymousWrite));

    private BenchmarkRow? Find(string wanted) => offers.GetValueOrDefault(wanted);

    private static IEnumerable<string> Offers(BenchmarkRow row)
    {
        if (Reference.CompanyOf(row) is { } company && row.Parameter(company.Parameter) == company.Alone)
            yield return OfParameters(row, row.Parameters);
        if (row.Parameter(Reference.How) is { } how)
            yield return OfHow(row, how);
        if (row.Method is BenchmarkRow.FunctionCall or Reference.StaticCall)
            yield return OfMethod(row, row.Method);
        if (row.Parameter(Reference.Kind) is Reference.AnonymousWrite)
            yield return OfKind(row, Reference.AnonymousWrite);
        if (row.Parameter(Reference.Mechanism) is Reference.Demand)
            yield return OfMechanism(row, Reference.Demand, Circumstances(row));
        if (row.Parameter(Reference.Mechanism) is Reference.ZeroingFloor)
            yield return OfMechanism(row, Reference.ZeroingFloor, []);
    }

    private static string OfParameters(BenchmarkRow row, IEnumerable<KeyValuePair<string, string>> parameters) =>
        Key(row, "company", Text(parameters));

    private static string OfHow(BenchmarkRow row, string how) => Key(row, "how", how);

    private static string OfMethod(BenchmarkRow row, string method) => Key(row, "method", method);

    private static string OfKind(BenchmarkRow row, string kind) => Key(row, "kind", kind, row.Parameter("Order"));

    private static string OfMechanism(BenchmarkRow row, string mechanism, IEnumerable<KeyValuePair<string, string>> circumstances) =>
        Key(row, "mechanism", row.Method, mechanism, Text(circumstances));

    // Order, density: what is left of the parameters without the mechanism and its size.
    private static IEnumerable<KeyValuePair<string, string>> Circumstances(BenchmarkRow row) =>
        row.Parameters.Where(p => p.Key is not (Reference.Mechanism or Reference.Pages));

    private static string Text(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('\x1e', parameters.Select(p => $"{p.Key}\x1d{p.Value}"));

    // Control characters part what nobody would write with them in it.
    private static string Key(BenchmarkRow row, params ReadOnlySpan<string?> parts) =>
        $"{row.Type}\x1f{row.Job}\x1f{string.Join('\x1f', parts)}";
}
