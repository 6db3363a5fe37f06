using LiveWorkflows.Tracking;

namespace LiveWorkflows.Progress;

/// <summary>How far a workflow is, from what is planned, what began, what ended and what open steps report of themselves.</summary>
/// <remarks>
/// A phase weighs as many steps as are expected of it, or as began. Where no phases were planned, one more phase of average weight is
/// supposed to come, so that the percentage nears 100 without pretending to know.
/// </remarks>
internal static class ProgressEstimator
{
    public static ProgressEstimate Estimate(WorkflowState state, Func<StepState, double> fractionOf)
    {
        var openFractions = state.OpenSteps.Where(step => step.ParentId is null).ToLookup(step => step.Phase, fractionOf, StringComparer.Ordinal);
        double weight = 0, done = 0;
        double? openPhaseFraction = null;
        var total = 0;
        foreach (var phase in state.Phases)
        {
            var planned = state.Plan.FirstOrDefault(plan => plan.Name == phase.Name)?.ExpectedSteps;
            var steps = Math.Max(phase.TotalSteps, phase.IsOpen ? planned ?? 0 : 0);
            total += steps;
            var phaseWeight = Math.Max(1, Math.Max(steps, planned ?? 0));
            var fraction = phase.IsOpen ? Math.Min(1, (phase.StepsEnded + openFractions[phase.Name].Sum()) / Math.Max(1, steps)) : 1;
            if (phase.IsOpen) openPhaseFraction = fraction;
            weight += phaseWeight;
            done += phaseWeight * fraction;
        }

        foreach (var plan in state.Plan.Where(plan => state.Phases.TrueForAll(phase => phase.Name != plan.Name)))
        {
            total += plan.ExpectedSteps ?? 0;
            weight += Math.Max(1, plan.ExpectedSteps ?? 1);
        }

        var isPlanned = state.Plan.Count > 0;
        if (!isPlanned) weight += state.Phases.Count == 0 ? 1 : weight / state.Phases.Count;
        return new ProgressEstimate(weight == 0 ? 0 : done / weight, openPhaseFraction, total, !isPlanned);
    }
}
