using LiveWorkflows.EventLog;
using LiveWorkflows.Events;

namespace LiveWorkflows.Tracking;

/// <summary>An event on its way to the log, and as hooks will see it.</summary>
internal readonly record struct OutgoingEvent(WorkflowEvent Event, NewEvent Encoded);
