using System.Text.RegularExpressions;
using Microsoft.Extensions.Caching.Memory;
using Resume2Website.Server.Access;
using Resume2Website.Server.Problems;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>A job's site as it would look in another template: rendered when it is looked at, and stored nowhere.</summary>
/// <remarks>
/// <para>A page asks for several files in one breath, so what was rendered is remembered for half a minute; only the rendering is counted.</para>
/// <para>
/// The gates do not look at it. They keep from the world what their owner hides, and a look is for its owner: it hides what the design hides, is found
/// behind the job's session, ticket or key alone, is as sandboxed as the preview, and cannot be published. Choosing the template has the gates judge it.
/// </para>
/// </remarks>
internal sealed partial class Looks(SiteEditor editor, SiteBuilder builder, ClientLimits limits) : IDisposable
{
    private const int MaxRemembered = 64;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private readonly MemoryCache _sites = new(new MemoryCacheOptions { SizeLimit = MaxRemembered });

    /// <summary>Reads <c>look-{template}-{accent}/…</c>, the accent being optional; false for every other path.</summary>
    public static bool IsLook(string? path, out string template, out string? accent, out string file)
    {
        var match = Form().Match(path ?? "");
        (template, accent, file) = (match.Groups["template"].Value, match.Groups["accent"] is { Success: true } group ? group.Value : null, match.Groups["file"].Value);
        return match.Success;
    }

    /// <summary>A file of the look; null when there is no such file.</summary>
    /// <exception cref="LiveWorkflows.Errors.WorkflowException">There is no such template or accent.</exception>
    /// <exception cref="RefusedException">There is no site yet, or the caller has looked at too many.</exception>
    public async Task<SiteFile?> FindAsync(HttpContext context, string jobId, string template, string? accent, string file)
    {
        var cancellationToken = context.RequestAborted;
        var job = await editor.FindAsync(jobId, cancellationToken);
        var look = job with { Options = job.Options with { Template = template, Accent = accent } };
        // Whoever switches templates sees the same looks again: the template that is chosen is no part of the others.
        var key = (jobId, Publisher.SourceOf(look));
        if (!_sites.TryGetValue(key, out Lazy<Task<Site>>? rendering))
        {
            limits.TakeLook(context);
            rendering = _sites.GetOrCreate(key, entry =>
            {
                entry.Size = 1;
                entry.AbsoluteExpirationRelativeToNow = Memory;
                return new Lazy<Task<Site>>(() => RenderAsync(look));
            });
        }

        try
        {
            return (await rendering!.Value.WaitAsync(cancellationToken)).Find(file.Length == 0 ? Site.Entrance : file);
        }
        catch
        {
            _sites.Remove(key);
            throw;
        }
    }

    public void Dispose() => _sites.Dispose();

    // Several requests wait for it, so none of them may call it off.
    private async Task<Site> RenderAsync(CvJob look) => await builder.RenderAsync(await editor.ReadResumeAsync(look, CancellationToken.None), look.Options, CancellationToken.None);

    [GeneratedRegex(@"\Alook-(?<template>[a-z]+)(-(?<accent>[a-z]+))?/(?<file>.*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
