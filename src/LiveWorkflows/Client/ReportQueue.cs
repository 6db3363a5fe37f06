using System.Text.Json.Nodes;
using LiveWorkflows.Events;

namespace LiveWorkflows.Client;

/// <summary>What was said and not taken yet, in order, and never more than there is room for.</summary>
/// <remarks>
/// Thread-safe. Where there is no room, the oldest of what matters least makes some: details first, then notices. Phases and steps go last; once one of them
/// is lost, no later one is taken either, since what is left would speak of the wrong steps. The end always finds room. The place of what was
/// lost is taken by a warning that says how much it was, so that whoever watches sees the gap.
/// </remarks>
internal sealed class ReportQueue
{
    public const int MostWaiting = 10_000;

    /// <summary>Characters, two bytes each.</summary>
    public const int MostCharacters = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly LinkedList<Waiting> _waiting = [];
    private readonly Queue<LinkedListNode<Waiting>>[] _expendable = [new(), new()];
    private readonly List<string> _taken = [];
    private LinkedListNode<Waiting>? _gap;
    private long _said;
    private long _lost;
    private long _lostInGap;
    private long _characters;
    private bool _hasLostSteps;
    private bool _hasEnd;
    private bool _isClosed;

    /// <summary>How many reports were given up.</summary>
    public long Lost
    {
        get
        {
            lock (_gate) return _lost;
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_gate) return _waiting.Count == 0 && _taken.Count == 0;
        }
    }

    /// <summary>Whether it makes no sense to wait for more: a request is full, or the end is said.</summary>
    public bool IsUrgent
    {
        get
        {
            lock (_gate) return _hasEnd || _waiting.Count >= ReportSender.MostAtOnce;
        }
    }

    /// <exception cref="ArgumentException">A field is a number that JSON cannot hold; nothing was said.</exception>
    public void Add(string type, JsonObject fields)
    {
        lock (_gate)
        {
            (fields["type"], fields["client_seq"]) = (type, _said + 1);
            var report = new Waiting(_said + 1, WorthOf(type), fields.ToJsonString());
            _said++;
            if (_isClosed) _lost++;
            else if (IsMissing(type) || !TryMakeRoom(report, isEnd: WorkflowEventSerializer.IsTerminal(type))) Lose(report);
            else Append(report, WorkflowEventSerializer.IsTerminal(type));
        }
    }

    /// <summary>The first of what waits, for one request. The same again until <see cref="Remove"/>, or fewer of it where fewer are wanted.</summary>
    public List<string> Next(int atMost, int mostCharacters)
    {
        lock (_gate)
        {
            if (_taken.Count == 0) Take(atMost, mostCharacters);
            return _taken.GetRange(0, Math.Min(atMost, _taken.Count));
        }
    }

    /// <summary>The first so many need not be sent again: the server has taken them, or refuses them for good.</summary>
    public void Remove(int count, bool areLost = false)
    {
        lock (_gate)
        {
            var removed = Math.Min(count, _taken.Count);
            _taken.RemoveRange(0, removed);
            if (areLost) _lost += removed;
        }
    }

    /// <summary>Nothing is taken any more; what waits is lost.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            _lost += _taken.Count + _waiting.Count - (_gap is null ? 0 : 1);
            _taken.Clear();
            _waiting.Clear();
            foreach (var queue in _expendable) queue.Clear();
            (_gap, _characters) = (null, 0);
        }
    }

    private static ReportWorth WorthOf(string type) => type switch
    {
        Progressed.Name or MetricsReported.Name or Logged.Name => ReportWorth.Detail,
        _ when type.StartsWith("phase_", StringComparison.Ordinal) || type.StartsWith("step_", StringComparison.Ordinal) || WorkflowEventSerializer.IsTerminal(type) =>
            ReportWorth.Lifecycle,
        _ => ReportWorth.Notice,
    };

    /// <summary>Whether a report speaks of steps whose beginning may be among what was lost.</summary>
    private bool IsMissing(string type) =>
        _hasLostSteps && (type == Progressed.Name || (WorthOf(type) == ReportWorth.Lifecycle && !WorkflowEventSerializer.IsTerminal(type)));

    private bool TryMakeRoom(in Waiting report, bool isEnd)
    {
        if (report.Json.Length > MostCharacters) return isEnd;
        while (_waiting.Count >= MostWaiting || _characters + report.Json.Length > MostCharacters)
        {
            if (Expendable(report.Worth) is not { } oldest) return isEnd;
            _characters -= oldest.Value.Json.Length;
            _gap ??= _waiting.AddBefore(oldest, oldest.Value with { Worth = ReportWorth.Lifecycle, Json = "" });
            _waiting.Remove(oldest);
            (_lost, _lostInGap) = (_lost + 1, _lostInGap + 1);
        }

        return true;
    }

    private LinkedListNode<Waiting>? Expendable(ReportWorth atMost)
    {
        for (var worth = ReportWorth.Detail; worth <= atMost && worth < ReportWorth.Lifecycle; worth++)
        {
            if (_expendable[(int)worth].TryDequeue(out var oldest)) return oldest;
        }

        return null;
    }

    private void Append(in Waiting report, bool isEnd)
    {
        _hasEnd |= isEnd;
        _characters += report.Json.Length;
        var node = _waiting.AddLast(report);
        if (report.Worth < ReportWorth.Lifecycle) _expendable[(int)report.Worth].Enqueue(node);
    }

    private void Lose(in Waiting report)
    {
        _hasLostSteps |= report.Worth == ReportWorth.Lifecycle;
        (_lost, _lostInGap) = (_lost + 1, _lostInGap + 1);
        _gap ??= _waiting.AddLast(report with { Worth = ReportWorth.Lifecycle, Json = "" });
    }

    private void Take(int atMost, int mostCharacters)
    {
        var characters = 0;
        while (_waiting.First is { } first)
        {
            var json = first == _gap ? GapOf(first.Value.Number) : first.Value.Json;
            characters += json.Length + 1;
            if (_taken.Count == atMost || (_taken.Count > 0 && characters > mostCharacters)) return;
            _taken.Add(json);
            _waiting.RemoveFirst();
            _characters -= first.Value.Json.Length;
            if (first.Value.Worth < ReportWorth.Lifecycle) _expendable[(int)first.Value.Worth].Dequeue();
            if (first == _gap) (_gap, _lostInGap) = (null, 0);
        }
    }

    private string GapOf(long number) => new JsonObject
    {
        ["type"] = WarningReported.Name,
        ["client_seq"] = number,
        ["code"] = "reports_dropped",
        ["message"] = $"{_lostInGap} reports are missing around here: the program said more than it can keep while the server is away.",
    }.ToJsonString();

    /// <summary>A report and its number; without text it is the gap.</summary>
    private readonly record struct Waiting(long Number, ReportWorth Worth, string Json);
}
