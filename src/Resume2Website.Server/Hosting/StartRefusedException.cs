namespace Resume2Website.Server.Hosting;

/// <summary>The server does not start, for a reason that its message tells in one sentence to whoever started it.</summary>
internal sealed class StartRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
