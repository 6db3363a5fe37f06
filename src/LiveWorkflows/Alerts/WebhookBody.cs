namespace LiveWorkflows.Alerts;

/// <summary>What is posted to a webhook.</summary>
/// <param name="Event"><c>alert</c> or <c>alert_resolved</c>.</param>
/// <param name="Alert">The alert.</param>
internal sealed record WebhookBody(string Event, Alert Alert);
