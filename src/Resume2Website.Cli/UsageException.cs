namespace Resume2Website.Cli;

/// <summary>What was asked for cannot be done as it was asked; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);
