using System.Globalization;

namespace LiveWorkflows.Bench;

/// <summary>What a benchmark found: the machine, a table of figures, and a line for every target.</summary>
internal sealed class Report
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _targets = [];

    public Report(string title, params string[] columns)
    {
        Console.WriteLine(title);
        Console.WriteLine(Machine.Description);
        Console.WriteLine();
        _rows.Add(columns);
    }

    /// <summary>A line of the table.</summary>
    public void Row(params string[] cells) => _rows.Add(cells);

    /// <summary>A figure that is to be at most so much.</summary>
    public void AtMost(string what, double figure, double limit, string unit) => Target(what, figure, "at most", limit, unit, figure <= limit);

    /// <summary>A figure that is to be at least so much.</summary>
    public void AtLeast(string what, double figure, double limit, string unit) => Target(what, figure, "at least", limit, unit, figure >= limit);

    /// <summary>Prints what was found.</summary>
    public int Print(bool isSmoke)
    {
        var widths = Enumerable.Range(0, _rows.Max(row => row.Length)).Select(column => _rows.Max(row => column < row.Length ? row[column].Length : 0)).ToArray();
        foreach (var row in _rows)
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        Console.WriteLine();
        foreach (var target in _targets) Console.WriteLine(target);
        if (isSmoke) Console.WriteLine("A brief run that shows that the benchmark works; its figures mean nothing.");
        return 0;
    }

    public static string Number(double value) => double.IsNaN(value) ? "-" : value.ToString(Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "N1" : "N2", CultureInfo.InvariantCulture);

    private void Target(string what, double figure, string bound, double limit, string unit, bool isMet) =>
        _targets.Add($"  {(isMet ? "met    " : "NOT MET")}  {what}: {Number(figure)} {unit} (target: {bound} {Number(limit)} {unit})");
}
