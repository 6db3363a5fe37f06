using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using LiveWorkflows.Errors;

namespace Resume2Website.Sites.Printing;

/// <summary>Prints with headless Chromium: the site's own files, from a folder of its own, with no network, in a process that is ended with its children.</summary>
internal sealed class ChromiumSitePrinter(SitePrinterOptions options, TimeProvider time) : ISitePrinter
{
    private const int MostBytes = 32 << 20;
    private const int Removals = 40;
    private static readonly TimeSpan BetweenRemovals = TimeSpan.FromMilliseconds(50);
    private static readonly byte[] Signature = Encoding.ASCII.GetBytes("%PDF-");

    private static readonly string[] Flags =
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
        "--disable-breakpad", "--disable-background-networking", "--disable-component-update", "--disable-quic", "--no-pings", "--lang=en-US",
        // No name is resolved, and what needs none finds a proxy that is not there.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
        "--no-pdf-header-footer", "--generate-pdf-document-outline",
    ];

    public bool IsAvailable => BrowserPath.Find(options.Browser) is not null;

    public async Task<byte[]> PrintAsync(Site site, PrintOptions print, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(print);
        var browser = BrowserPath.Find(options.Browser) ?? throw new WorkflowException(PrintingErrors.Unavailable);
        var folder = Directory.CreateTempSubdirectory("resume2website-print-").FullName;
        try
        {
            var (page, pdf) = (Path.Combine(folder, "site", Site.Entrance), Path.Combine(folder, "cv.pdf"));
            await WriteAsync(site, print.Paper, Path.GetDirectoryName(page)!, cancellationToken).ConfigureAwait(false);
            await RunAsync(browser, folder, [$"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri], cancellationToken).ConfigureAwait(false);
            var file = new FileInfo(pdf);
            if (!file.Exists || file.Length > MostBytes) throw new WorkflowException(PrintingErrors.Failed);
            var bytes = await File.ReadAllBytesAsync(pdf, cancellationToken).ConfigureAwait(false);
            if (!bytes.AsSpan().StartsWith(Signature)) throw new WorkflowException(PrintingErrors.Failed);
            PdfDates.Set(bytes, print.AsOf);
            return bytes;
        }
        finally
        {
            await RemoveAsync(folder).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(Site site, Paper paper, string folder, CancellationToken cancellationToken)
    {
        foreach (var file in site.Files)
        {
            var path = Path.GetFullPath(Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar)));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new ArgumentException("A file of the site lies outside it.", nameof(site));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, file.Content, cancellationToken).ConfigureAwait(false);
        }

        // The browser takes its paper from the style sheet only.
        await File.AppendAllTextAsync(Path.Combine(folder, "style.css"), $"\n@page {{ size: {(paper == Paper.Letter ? "letter" : "A4")}; }}\n", cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(string browser, string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(browser, [.. Flags, .. RootFlags, $"--user-data-dir={Path.Combine(folder, "profile")}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        // What it leaves behind it leaves in the folder.
        foreach (var name in new[] { "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" }) start.Environment[name] = folder;
        start.Environment["DBUS_SESSION_BUS_ADDRESS"] = start.Environment["DBUS_SYSTEM_BUS_ADDRESS"] = "disabled:";
        using var process = Started(start);
        using var late = new CancellationTokenSource(options.TimeLimit, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            process.StandardInput.Close();
            // Read, or it would stand still with a full pipe; not kept, for it may name what is in the page.
            var said = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, stop.Token), process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop.Token));
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            await said.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WorkflowException(PrintingErrors.TooSlow);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        if (process.ExitCode != 0) throw new WorkflowException(PrintingErrors.Failed);
    }

    // Its sandbox refuses to run as root, which containers often are; the page holds no script, and there is no network.
    private static string[] RootFlags => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new WorkflowException(PrintingErrors.Failed);
        }
        catch (Win32Exception exception)
        {
            throw new WorkflowException(PrintingErrors.Failed, exception);
        }
    }

    /// <summary>The last of its children may still be writing when the browser has ended.</summary>
    private async Task RemoveAsync(string folder)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && attempt < Removals)
            {
                await Task.Delay(BetweenRemovals, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
