using LiveWorkflows.Events;

namespace LiveWorkflows.Bench.Eta;

/// <summary>A type of workflow, drawn at random, of which runs can be drawn.</summary>
/// <remarks>
/// Four phases. VALIDATION: two steps. PROCESSING: one step, then three beside each other, then a loop of four to nine of one name. GENERATION: two
/// steps and one that occurs in every second run. FINALIZATION: two steps. Medians are log-uniform from 0.5 to 60 s (a loop's from 0.5 to 8 s). A step's duration is
/// log-normal by <see cref="Noise.Step"/>, times the run's pace, log-normal by <see cref="Noise.Pace"/>. One step in fifty has a heavy tail: it takes 2 to
/// 30 times as long, by a Pareto of exponent 1.5. One step in twenty fails somewhere on its way and is tried again after 1 s. Between steps pass 5 to 50 ms.
/// </remarks>
internal sealed class SimulatedType
{
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Noise _noise;
    private readonly Random _random;
    private readonly double[] _medians;

    public SimulatedType(Noise noise, Random random)
    {
        (_noise, _random) = (noise, random);
        _medians = [.. Enumerable.Range(0, 12).Select(step => 500 * Math.Pow(step == 6 ? 16 : 120, random.NextDouble()))];
    }

    public SimulatedRun Draw()
    {
        var run = new Drawing(this, Math.Exp(_noise.Pace * Normal()));
        run.Phase("VALIDATION", () => run.Steps(0, 1));
        run.Phase("PROCESSING", () =>
        {
            run.Steps(2);
            run.Beside(3, 4, 5);
            for (var count = 4 + _random.Next(6); count > 0; count--) run.Steps(6);
        });
        run.Phase("GENERATION", () =>
        {
            run.Steps(7);
            if (_random.Next(2) == 0) run.Steps(8);
            run.Steps(9);
        });
        run.Phase("FINALIZATION", () => run.Steps(10, 11));
        return run.End();
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private double Duration(int step, double pace)
    {
        var usual = _medians[step] * pace * Math.Exp(_noise.Step * Normal());
        return _random.NextDouble() < 0.02 ? usual * Math.Min(30, 2 * Math.Pow(1 - _random.NextDouble(), -1 / 1.5)) : usual;
    }

    /// <summary>A run while it is drawn.</summary>
    private sealed class Drawing(SimulatedType type, double pace)
    {
        private readonly List<(double AtMs, WorkflowEvent Event)> _events = [(0, new WorkflowStarted { WorkflowName = "simulated", Timestamp = Origin })];
        private double _now;
        private string _phase = "";
        private int _phases;
        private int _steps;

        public void Phase(string name, Action body)
        {
            _phase = name;
            Add(_now, new PhaseStarted { Phase = name, PhaseIndex = ++_phases });
            body();
            Add(_now, new PhaseCompleted { Phase = name, PhaseIndex = _phases, Status = StepStatus.Completed });
        }

        public void Steps(params ReadOnlySpan<int> steps)
        {
            foreach (var step in steps)
            {
                Pause();
                _now = Step(step, _now);
            }
        }

        public void Beside(params ReadOnlySpan<int> steps)
        {
            Pause();
            var end = _now;
            foreach (var step in steps) end = Math.Max(end, Step(step, _now));
            _now = end;
        }

        public SimulatedRun End()
        {
            Pause();
            Add(_now, new WorkflowCompleted { Result = default, Summary = new WorkflowSummary() });
            return new SimulatedRun([.. _events.OrderBy(item => item.AtMs)], _now);
        }

        private void Pause() => _now += 5 + 45 * type._random.NextDouble();

        private double Step(int step, double at)
        {
            var (id, name) = ($"{++_steps}", $"step {step}");
            Add(at, new StepStarted { StepId = id, StepName = name, Phase = _phase });
            var end = at + type.Duration(step, pace);
            if (type._random.NextDouble() < 0.05)
            {
                var failed = at + type._random.NextDouble() * (end - at);
                Add(failed, new StepRetried { StepId = id, StepName = name, Phase = _phase, Attempt = 2, DelayMs = 1000 });
                end = failed + 1000 + type.Duration(step, pace);
            }

            Add(end, new StepCompleted { StepId = id, StepName = name, Phase = _phase });
            return end;
        }

        private void Add(double at, WorkflowEvent happened) => _events.Add((at, happened with { Timestamp = Origin + TimeSpan.FromMilliseconds(Math.Floor(at)) }));
    }
}
