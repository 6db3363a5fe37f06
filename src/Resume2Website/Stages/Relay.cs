namespace Resume2Website.Stages;

/// <summary>Hands progress on at once and on the same thread, so that it stays in order and ends before the work does.</summary>
internal sealed class Relay<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
