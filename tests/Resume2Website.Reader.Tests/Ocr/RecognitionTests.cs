using Resume2Website.Documents;
using SkiaSharp;
using Format = Resume2Website.Documents.DocumentFormat;

namespace Resume2Website.Reader.Tests.Ocr;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData(Format.Png, SKEncodedImageFormat.Png)]
    [InlineData(Format.Jpeg, SKEncodedImageFormat.Jpeg)]
    [InlineData(Format.WebP, SKEncodedImageFormat.Webp)]
    public void Read_Picture_GivesItsLinesWithPlacesAndConfidence(Format format, SKEncodedImageFormat encoding)
    {
        using var page = DrawnPage.Of(DrawnPage.English);

        var document = Fixtures.Read(format, page.Encode(encoding));

        Texts(document).Should().Equal(DrawnPage.English);
        document.IsRecognized.Should().BeTrue();
        document.Pages.Should().ContainSingle().Which.Height.Should().Be(842);
        document.Lines.Should().OnlyContain(line => line.RecognitionConfidence > 0.7 && line.Links.Count == 0);
        var name = document.Lines[0];
        name.Box!.Value.X.Should().BeApproximately(54, 2, "150 pixels at 200 dots an inch");
        name.FontSize.Should().BeApproximately(11.5, 1.5, "32 pixels at 200 dots an inch");
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    [InlineData(3)]
    [InlineData(-2)]
    public void Read_TurnedPage_ReadsItUpright(float degrees)
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        using var turned = page.Turned(degrees);

        var document = Fixtures.Read(Format.Png, turned.Png());

        Texts(document).Should().Equal(DrawnPage.English);
        document.Pages[0].Height.Should().BeGreaterThan(document.Pages[0].Width!.Value);
        document.Lines.Select(line => line.Box!.Value.Y).Should().BeInAscendingOrder();
    }

    [Fact]
    public void Read_GermanPage_ReadsItsLetters()
    {
        using var page = DrawnPage.Of(DrawnPage.German);
        Texts(Fixtures.Read(Format.Png, page.Png())).Should().Equal(DrawnPage.German);
    }

    [Fact]
    public void Read_NoisyPage_ReadsMostOfIt()
    {
        var random = new Random(7);
        using var page = DrawnPage.Of(DrawnPage.English);
        using var noisy = page.Changed((_, _, shade) => shade + random.Next(-60, 61) - (random.Next(400) == 0 ? 200 : 0));
        Texts(Fixtures.Read(Format.Png, noisy.Png())).Intersect(DrawnPage.English).Count().Should().BeGreaterThanOrEqualTo(DrawnPage.English.Length - 2);
    }

    [Fact]
    public void Read_UnevenLight_ReadsMostOfIt()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        using var shadowed = page.Changed((x, y, shade) => (int)(shade * (1 - (0.75 * x / DrawnPage.Width))) + 10);
        Texts(Fixtures.Read(Format.Png, shadowed.Png())).Intersect(DrawnPage.English).Count().Should().BeGreaterThanOrEqualTo(DrawnPage.English.Length - 2);
    }

    [Fact]
    public void Read_LowResolution_IsEnlarged()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        using var small = page.Resize(new SKSizeI(DrawnPage.Width / 2, DrawnPage.Height / 2), new SKSamplingOptions(SKCubicResampler.Mitchell));
        Texts(Fixtures.Read(Format.Png, small.Png())).Intersect(DrawnPage.English).Count().Should().BeGreaterThanOrEqualTo(DrawnPage.English.Length - 2);
    }

    [Fact]
    public void Read_TwoColumns_KeepsThemApart()
    {
        using var page = DrawnPage.Draw(canvas =>
        {
            canvas.DrawRect(0, 0, 560, DrawnPage.Height, new SKPaint { Color = new SKColor(30, 60, 90) });
            foreach (var (row, line) in new[] { "Contact", "rosa@example.org", "Skills", "Pruning trees", "Keeping bees" }.Index()) DrawnPage.Text(canvas, line, 60, 300 + (60 * row), 30, color: SKColors.White);
            foreach (var (row, line) in DrawnPage.English.Index()) DrawnPage.Text(canvas, line, 640, 300 + (60 * row), 26);
        });

        var document = Fixtures.Read(Format.Png, page.Png());

        Texts(document.Lines.Where(line => line.Box!.Value.X < 190)).Should().Equal("Contact", "rosa@example.org", "Skills", "Pruning trees", "Keeping bees");
        Texts(document.Lines.Where(line => line.Box!.Value.X > 220)).Should().Equal(DrawnPage.English);
    }

    [Fact]
    public void Read_DateAtTheRight_IsALineOfItsOwn()
    {
        using var page = DrawnPage.Draw(canvas =>
        {
            foreach (var (row, line) in DrawnPage.English.Index()) DrawnPage.Text(canvas, line, 150, 600 + (60 * row), 30);
            DrawnPage.Text(canvas, "Farm manager", 150, 300, 30, isBold: true);
            DrawnPage.Text(canvas, "2019 to 2024", 1200, 300, 30);
            DrawnPage.Text(canvas, "•", 160, 400, 30);
            DrawnPage.Text(canvas, "Led a team of fourteen people", 200, 400, 30);
        });

        var document = Fixtures.Read(Format.Png, page.Png());

        Texts(document).Should().Contain(["Farm manager", "2019 to 2024"]);
        document.Lines.Single(line => line.Text == "Farm manager").Bold.Should().BeTrue();
        document.Lines.Single(line => line.Text == "2019 to 2024").Bold.Should().BeFalse();
        document.Lines.Single(line => line.Text == "Led a team of fourteen people").Role.Should().Be(SourceLineRole.ListItem);
    }

    [Fact]
    public void Read_FramedWords_AreWords()
    {
        using var page = DrawnPage.Draw(canvas =>
        {
            foreach (var (row, line) in DrawnPage.English.Index()) DrawnPage.Text(canvas, line, 150, 500 + (60 * row), 30);
            using var frame = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 2, IsAntialias = true };
            canvas.DrawRoundRect(150, 300, 210, 48, 22, 22, frame);
            DrawnPage.Text(canvas, "Beekeeping", 175, 333, 28);
        });
        Texts(Fixtures.Read(Format.Png, page.Png())).Should().Contain("Beekeeping");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_TiffOfThreePages_ReadsThemInOrderAndTellsOfEach(bool isDeflated)
    {
        using var first = DrawnPage.Of(["Page of the apples", .. DrawnPage.English]);
        using var second = DrawnPage.Of(["Page of the pears", .. DrawnPage.English]);
        using var third = DrawnPage.Of(["Page of the plums", .. DrawnPage.English]);
        var told = new List<ReadingProgress>();

        var document = DocumentOpener.Read(new DocumentSource(DrawnPage.Tiff(isDeflated, first, second, third), Format.Tiff), told.Add);

        document.Pages.Select(page => page.Number).Should().Equal(1, 2, 3);
        document.Lines.Where(line => line.Text.StartsWith("Page of", StringComparison.Ordinal)).Select(line => (line.Page, line.Text))
            .Should().Equal((1, "Page of the apples"), (2, "Page of the pears"), (3, "Page of the plums"));
        told.Select(progress => progress.PagesRead).Distinct().Should().Equal(0, 1, 2, 3);
        told.Should().OnlyContain(progress => progress.PageCount == 3 && progress.IsRecognizing);
    }

    [Fact]
    public void Read_LzwTiff_ReadsIt()
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        Texts(Fixtures.Read(Format.Tiff, DrawnPage.LzwTiff(page))).Should().Equal(DrawnPage.English);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public void Read_PhotoWithOrientation_ReadsItUpright(int orientation)
    {
        using var page = DrawnPage.Of(DrawnPage.English);
        using var turned = orientation == 6 ? page.Turned(270) : page.Mirrored();

        var document = Fixtures.Read(Format.Jpeg, DrawnPage.WithOrientation(turned.Encode(SKEncodedImageFormat.Jpeg), orientation));

        Texts(document).Should().Equal(DrawnPage.English);
    }

    [Fact]
    public void Read_BlankPage_HasNoText()
    {
        using var page = DrawnPage.Draw(_ => { });
        Fixtures.CodeOf(() => Fixtures.Read(Format.Png, page.Png())).Should().Be("no_text");
    }

    internal static IEnumerable<string> Texts(SourceDocument document) => Texts(document.Lines);

    private static IEnumerable<string> Texts(IEnumerable<SourceLine> lines) => lines.Select(line => line.Text);
}
