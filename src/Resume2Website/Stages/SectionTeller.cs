using System.Threading.Channels;
using Resume2Website.Documents;
using Resume2Website.Extraction;
using Resume2Website.Resumes;

namespace Resume2Website.Stages;

/// <summary>
/// Tells of sections as soon as an engine knows them. What is known of the résumé is kept first and told of then, so that whoever hears of a section can fetch it;
/// what an earlier worker of the run has told of is not told again.
/// </summary>
internal sealed class SectionTeller(CvRun run, StepOutput<SourceDocument>? document)
{
    private readonly Dictionary<string, FoundSection> _told = new(run.Told, StringComparer.Ordinal);
    private Resume? _kept;
    private string? _lines;

    /// <summary>Runs an extraction and tells of its sections while it goes on.</summary>
    public async Task<T> ListenAsync<T>(Func<IProgress<ResumePart>, CancellationToken, Task<T>> extract, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parts = Channel.CreateUnbounded<ResumePart>(new UnboundedChannelOptions { SingleReader = true });
        var extraction = ExtractAsync();
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                if (SectionNames.Of(part) is not { } section || _told.ContainsKey(section.Name)) continue;
                await KeepAsync(part.Resume, cancellationToken).ConfigureAwait(false);
                Tell(section);
            }
        }
        catch
        {
            // What cannot be kept cannot be told of: the step fails, and its engine must not go on unseen.
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)extraction).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        return await extraction.ConfigureAwait(false);

        async Task<T> ExtractAsync()
        {
            try
            {
                return await extract(new Relay<ResumePart>(part => parts.Writer.TryWrite(part)), stop.Token).ConfigureAwait(false);
            }
            finally
            {
                parts.Writer.Complete();
            }
        }
    }

    /// <summary>Keeps the résumé as far as it is known, and with it the lines that it points at.</summary>
    public async Task KeepAsync(Resume resume, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(resume, _kept)) return;
        var digest = await run.Artifacts.PutAsync(ResumeFile.Write(resume), cancellationToken).ConfigureAwait(false);
        // An earlier run's lines are of an earlier reading, which this one's résumé does not point at.
        var lines = _lines ??= await KeepLinesAsync(cancellationToken).ConfigureAwait(false);
        if (run.Job.Resume is { } before && before != digest) run.LetGo(before);
        if (run.Job.Lines is { } linesBefore && linesBefore != lines) run.LetGo(linesBefore);
        if (run.Job.Resume != digest || run.Job.Lines != lines)
            await run.RecordAsync(job => job with { Resume = digest, Lines = lines }, cancellationToken).ConfigureAwait(false);
        _kept = resume;
    }

    /// <summary>Tells of a section of the résumé that is kept, unless it was told of as it is.</summary>
    public void Tell(FoundSection section)
    {
        var rounded = SectionEvent.Rounded(section);
        if (_told.GetValueOrDefault(section.Name) == rounded) return;
        _told[section.Name] = rounded;
        SectionEvent.Publish(run.Workflow, run.Job.Id, section);
    }

    private async Task<string?> KeepLinesAsync(CancellationToken cancellationToken)
    {
        if (document is null) return null;
        var lines = DocumentLines.Of(await document.GetAsync(cancellationToken).ConfigureAwait(false));
        return await run.Artifacts.PutAsync(lines.ToJson(), cancellationToken).ConfigureAwait(false);
    }
}
