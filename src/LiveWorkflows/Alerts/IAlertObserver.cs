namespace LiveWorkflows.Alerts;

/// <summary>Is told when an alert fires and when it is over.</summary>
/// <remarks>Register as a service. Alerts come in order, one at a time; what an observer throws is logged, and a slow one holds up nobody.</remarks>
public interface IAlertObserver
{
    /// <summary>Takes an alert, which is firing or resolved.</summary>
    ValueTask OnAlertAsync(Alert alert, CancellationToken cancellationToken);
}
