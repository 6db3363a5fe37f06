namespace LiveWorkflows.AspNetCore.Endpoints;

/// <summary>What was taken of reported events.</summary>
/// <param name="Accepted">How many were new.</param>
/// <param name="LastClientSeq">The highest number that was ever taken of this workflow's reporter.</param>
internal sealed record AcceptedEvents(int Accepted, long LastClientSeq);
