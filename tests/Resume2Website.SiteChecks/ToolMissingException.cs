namespace Resume2Website.SiteChecks;

/// <summary>A program that a check needs is not installed; the message says how to install it.</summary>
public sealed class ToolMissingException(string message) : Exception(message);
