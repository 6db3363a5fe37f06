using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Resume2Website.Documents;
using Resume2Website.Documents.Isolation;

namespace Resume2Website.Tests.Documents;

[Trait("Speed", "Slow")]
public sealed class ReaderProcessPoolTests
{
    private static readonly DocumentSource Text = new(Encoding.UTF8.GetBytes("Alma Verne\nClockmaker"), DocumentFormat.Text);
    private static readonly byte[] SmallPng = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ReadAsync_TextDocument_GivesItsLines()
    {
        await using var pool = Pool();

        var document = await pool.ReadAsync(Text);

        document.Lines.Select(line => line.Text).Should().Equal("Alma Verne", "Clockmaker");
    }

    [Fact]
    public async Task InspectAsync_TextDocument_GivesAReport()
    {
        await using var pool = Pool();

        var report = await pool.InspectAsync(Text);

        report.Should().BeEquivalentTo(new InspectionReport { Format = DocumentFormat.Text, Pages = 1, InflatedBytes = Text.Content.Length });
    }

    [Fact]
    public async Task ReadAsync_Progress_ReachesTheLastPage()
    {
        await using var pool = Pool();
        var progress = new Recorder();

        await pool.ReadAsync(Text, progress);

        progress.Last.Should().Be(new ReadingProgress(1, 1));
    }

    [Fact]
    public async Task ReadAsync_AfterARefusal_ReadsTheNextDocument()
    {
        await using var pool = Pool();

        var refused = await pool.Awaiting(p => p.ReadAsync(new DocumentSource("%PDF-1.4 nothing"u8.ToArray(), DocumentFormat.Pdf))).Should().ThrowAsync<DocumentException>();
        var document = await pool.ReadAsync(Text);

        refused.Which.Code.Should().Be("file_damaged");
        document.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadAsync_StackOverflow_EndsOnlyTheReader()
    {
        await using var pool = Pool();

        var refused = await pool.Awaiting(p => p.ReadAsync(new DocumentSource(HostilePdf.ThatOverflowsTheStack, DocumentFormat.Pdf))).Should().ThrowAsync<DocumentException>();
        var document = await pool.ReadAsync(Text);

        refused.Which.Code.Should().Be("too_complex");
        document.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadAsync_EndlessPage_IsEndedAtTheLimit()
    {
        await using var pool = Pool(options => options.PageLimit = TimeSpan.FromSeconds(1));

        var refused = await pool.Awaiting(p => p.ReadAsync(new DocumentSource(HostilePdf.ThatNeverEnds, DocumentFormat.Pdf)).WaitAsync(Generous)).Should().ThrowAsync<DocumentException>();

        refused.Which.Code.Should().Be("reading_timeout");
    }

    [Fact]
    public async Task Reader_HostIsGone_EndsInMidDocument()
    {
        // The kernel closes the pipes of a killed host; so does this test.
        using var process = Process.Start(ReaderProgram.StartInfo(new ReaderOptions()))!;
        var channel = new FrameChannel(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        await channel.ReadAsync();
        await channel.WriteAsync(FrameKind.Read, """{"format":"Pdf"}"""u8.ToArray());
        await channel.WriteAsync(FrameKind.Content, HostilePdf.ThatNeverEnds);
        (await channel.ReadAsync())!.Value.Kind.Should().Be(FrameKind.Progress);

        process.StandardInput.Close();

        await process.WaitForExitAsync().WaitAsync(Generous);
    }

    [Fact]
    public void Reader_Environment_HoldsNothingOfTheHost()
    {
        var start = ReaderProgram.StartInfo(new ReaderOptions());

        start.Environment.Keys.Should().BeSubsetOf(["PATH", "TMPDIR", "LANG", "DOTNET_ROOT", "DOTNET_GCHeapHardLimit", "DOTNET_DbgEnableMiniDump", "DOTNET_EnableDiagnostics", ReaderFolder.Variable]);
        start.Environment["DOTNET_GCHeapHardLimit"].Should().Be("14000000");
    }

    [Fact]
    public async Task ReadAsync_BytesThatAreNoPicture_AreDamaged()
    {
        await using var pool = Pool();

        var refused = await pool.Awaiting(p => p.ReadAsync(new DocumentSource(new byte[64], DocumentFormat.Png))).Should().ThrowAsync<DocumentException>();

        refused.Which.Code.Should().Be("file_damaged");
    }

    [Fact]
    public async Task PictureAsync_Picture_ComesBackAsAPlainJpeg()
    {
        await using var pool = Pool();

        var jpeg = await pool.PictureAsync(SmallPng);

        PlainJpeg.IsOne(jpeg.Span).Should().BeTrue();
    }

    [Fact]
    public async Task PictureAsync_BytesThatAreNoPicture_AreRefusedAndTheNextDocumentIsRead()
    {
        await using var pool = Pool();

        var refused = await pool.Awaiting(p => p.PictureAsync("<svg/>"u8.ToArray())).Should().ThrowAsync<DocumentException>();
        var document = await pool.ReadAsync(Text);

        refused.Which.Code.Should().Be("picture_unsupported");
        document.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task PictureAsync_ReaderAnswersWithSomethingElse_IsNotBelieved()
    {
        // A frame of kind 21 that holds five letters.
        using var standIn = new StandIn("head -c 1 > /dev/null; printf '\\005\\000\\000\\000\\025hello'; cat > /dev/null");
        await using var pool = Pool(options => options.ProgramPath = standIn.Path);

        var refused = await pool.Awaiting(p => p.PictureAsync(SmallPng)).Should().ThrowAsync<DocumentException>();

        refused.Which.Code.Should().Be("file_damaged");
    }

    [Theory]
    [InlineData(StandIn.Aborting, "too_complex")]
    [InlineData(StandIn.Leaving, "file_damaged")]
    [InlineData(StandIn.Babbling, "file_damaged")]
    public async Task ReadAsync_ReaderEndsOrBabbles_GivesACode(string script, string code)
    {
        using var program = new StandIn(script);
        await using var pool = Pool(options => options.ProgramPath = program.Path);

        var refused = await pool.Awaiting(p => p.ReadAsync(Text)).Should().ThrowAsync<DocumentException>();

        refused.Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task ReadAsync_ReaderStaysSilent_IsEndedAtTheLimit()
    {
        using var program = new StandIn(StandIn.Silent);
        var time = new FakeTimeProvider();
        await using var pool = Pool(options => options.ProgramPath = program.Path, time);

        var reading = pool.ReadAsync(Text);
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(reading, Task.Delay(5));
        }

        var refused = await reading.Awaiting(r => r).Should().ThrowAsync<DocumentException>();
        refused.Which.Code.Should().Be("reading_timeout");
    }

    [Fact]
    public async Task ReadAsync_ChildrenOfTheReaderHoardMemory_AreEndedAtTheLimit()
    {
        using var program = new StandIn(StandIn.Hoarding);
        await using var pool = Pool(options =>
        {
            options.ProgramPath = program.Path;
            options.HeapBytes = 32 << 20;
            options.TreeBytes = 48 << 20;
        });

        var refused = await pool.Awaiting(p => p.ReadAsync(Text).WaitAsync(Generous)).Should().ThrowAsync<DocumentException>();

        refused.Which.Code.Should().Be("too_complex");
    }

    [Fact]
    public async Task ReadAsync_ProgramIsMissing_SaysSo()
    {
        await using var pool = Pool(options => options.ProgramPath = "/nowhere/reader");

        var refused = await pool.Awaiting(p => p.ReadAsync(Text)).Should().ThrowAsync<DocumentException>();

        refused.Which.Code.Should().Be("reader_unavailable");
    }

    [Fact]
    public async Task ReadAsync_Cancelled_EndsTheReader()
    {
        using var program = new StandIn(StandIn.Silent);
        await using var pool = Pool(options => options.ProgramPath = program.Path);
        using var cancellation = new CancellationTokenSource();

        var reading = pool.ReadAsync(Text, null, cancellation.Token);
        await UntilAsync(() => Running(program.Path) > 0);
        await cancellation.CancelAsync();

        await reading.Awaiting(r => r).Should().ThrowAsync<OperationCanceledException>();
        await pool.DisposeAsync();
        Running(program.Path).Should().Be(0);
    }

    [Fact]
    public async Task DisposeAsync_WithSparesAndWork_LeavesNoProcess()
    {
        using var program = new StandIn(StandIn.Silent);
        var pool = Pool(options =>
        {
            options.ProgramPath = program.Path;
            options.Spares = 2;
        });
        var reading = pool.ReadAsync(Text);
        await UntilAsync(() => Running(program.Path) >= 3);

        await pool.DisposeAsync();

        await reading.Awaiting(r => r).Should().ThrowAsync<Exception>();
        Running(program.Path).Should().Be(0);
    }

    [Fact]
    public async Task WarmUp_ReaderIsStarted_ServesTheFirstDocument()
    {
        await using var pool = Pool(options => options.Spares = 0);

        pool.WarmUp();
        var document = await pool.ReadAsync(Text);

        document.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task ReadAsync_ManyAtOnce_AllAreRead()
    {
        await using var pool = Pool(options => options.DocumentsPerReader = 3);

        var documents = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => pool.ReadAsync(Text)));

        documents.Should().OnlyContain(document => document.Lines.Count == 2);
    }

    /// <summary>A pool with so much patience that only what never ends is late, however busy the machine.</summary>
    private static ReaderProcessPool Pool(Action<ReaderOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new ReaderOptions { StartLimit = TimeSpan.FromHours(1), OpeningLimit = TimeSpan.FromMinutes(2), PageLimit = TimeSpan.FromMinutes(2) };
        configure?.Invoke(options);
        return new ReaderProcessPool(Options.Create(options), time ?? TimeProvider.System, NullLogger<ReaderProcessPool>.Instance);
    }

    private static int Running(string path) => Process.GetProcesses().Count(process =>
    {
        using (process)
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(path, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Generous);
        while (!condition()) await Task.Delay(10, limit.Token);
    }

    private sealed class Recorder : IProgress<ReadingProgress>
    {
        public ReadingProgress Last { get; private set; }

        public void Report(ReadingProgress value) => Last = value;
    }
}
