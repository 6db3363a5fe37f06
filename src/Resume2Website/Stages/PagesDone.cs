using System.Globalization;
using LiveWorkflows;
using Resume2Website.Documents;

namespace Resume2Website.Stages;

/// <summary>Adds up how far the files of a document are read, and says it of the whole.</summary>
/// <param name="files">How many files there are.</param>
/// <param name="step">The step that reads them.</param>
internal sealed class PagesDone(int files, StepScope step) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ReadingProgress[] _files = [.. Enumerable.Repeat(new ReadingProgress(0, 1), files)];
    private (int Read, int Count) _shown = (-1, 0);
    private StepScope? _page;

    /// <summary>Tells how far a file is.</summary>
    public void Tell(int file, ReadingProgress progress)
    {
        lock (_gate)
        {
            _files[file] = progress with { PageCount = Math.Max(1, progress.PageCount) };
            var (read, count) = (_files.Sum(each => each.PagesRead), _files.Sum(each => each.PageCount));
            step.Report((double)read / count);
            if (progress.IsRecognizing && count > 1) Show(read, count);
        }
    }

    /// <summary>Ends the step of the page that is shown.</summary>
    public void Dispose() => _page?.Dispose();

    /// <summary>Recognition takes its time: people see at which page it is.</summary>
    private void Show(int read, int count)
    {
        if ((read, count) == _shown) return;
        _shown = (read, count);
        _page?.Complete();
        _page = read < count ? step.BeginStep(string.Create(CultureInfo.InvariantCulture, $"Page {read + 1} of {count}")) : null;
    }
}
