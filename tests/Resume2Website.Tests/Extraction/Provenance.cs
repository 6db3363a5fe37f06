using System.Text.Json;
using Resume2Website.Documents;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;
using Resume2Website.Stages;

namespace Resume2Website.Tests.Extraction;

/// <summary>Walks a résumé and sees whether every value says where it stands, and stands there.</summary>
internal static class Provenance
{
    /// <summary>What is wrong with the provenance of a résumé; empty when every value's lines hold it.</summary>
    public static IReadOnlyList<string> Complaints(Resume resume, SourceDocument document)
    {
        var complaints = new List<string>();
        var lines = document.Lines.ToLookup(line => line.Number);
        foreach (var (pointer, value) in ValuesOf(resume))
        {
            if (pointer == ResumePicture.Pointer)
            {
                if (!IsThePortrait(resume, document, value)) complaints.Add($"{pointer} is not the document's portrait");
                continue;
            }

            if (!resume.Meta!.Provenance!.TryGetValue(pointer, out var place) || place.Lines.Count == 0)
            {
                complaints.Add($"{pointer} has no place");
                continue;
            }

            var own = place.Lines.SelectMany(number => lines[number]).ToList();
            if (own.Count != place.Lines.Count || own[0].Number != place.Line || own[0].Page != place.Page) complaints.Add($"{pointer} names lines that are not there");
            if (!Holds(own, pointer, value)) complaints.Add($"{pointer} '{value}' does not stand in '{string.Join(" / ", own.Select(line => line.Text))}'");
            if (!IsAround(place, own)) complaints.Add($"{pointer} has a box that is not around its lines");
            if (!pointer.StartsWith("/x-other/", StringComparison.Ordinal) && !resume.Meta.Confidence!.ContainsKey(pointer)) complaints.Add($"{pointer} has no confidence");
        }

        return complaints;
    }

    /// <summary>The photo alone is no text: it stands in no line, but on a page, and nobody can be sure of it.</summary>
    private static bool IsThePortrait(Resume resume, SourceDocument document, string image) =>
        document.Portrait is { } portrait && image == PlainJpeg.ToDataUrl(portrait.Jpeg.Span)
        && resume.Meta!.Provenance![ResumePicture.Pointer] is { Line: 0, Lines.Count: 0 } place && place.Page == portrait.Page && place.Box.Count == (portrait.Box is null ? 0 : 4)
        && resume.Meta.Confidence![ResumePicture.Pointer] is > 0 and < 1;

    /// <summary>All texts of a résumé by JSON pointer.</summary>
    public static IEnumerable<(string Pointer, string Value)> ValuesOf(Resume resume) =>
        ValuesOf("", JsonSerializer.SerializeToElement(resume with { Meta = null }, ResumeJson.Default.Resume));

    private static IEnumerable<(string, string)> ValuesOf(string pointer, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => ValuesOf($"{pointer}/{member.Name}", member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => ValuesOf($"{pointer}/{i}", item)),
        JsonValueKind.String => [(pointer, element.GetString()!)],
        _ => [],
    };

    // Dates are rewritten, networks are named after their hosts, and an address may stand behind the words of a link: all else is the document's own words.
    private static bool Holds(List<SourceLine> lines, string pointer, string value)
    {
        var links = lines.SelectMany(line => line.Links).Select(link => link.Target).ToList();
        var text = TextFolding.Squash(string.Concat(lines.Select(line => line.Text)));
        if (pointer.EndsWith("ate", StringComparison.Ordinal)) return HoldsDate(lines, value);
        if (pointer.EndsWith("/network", StringComparison.Ordinal)) value = WebAddressParser.Find(value) is [var host] ? host.Host : value;
        value = value.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase);
        var words = TextFolding.Words(value);
        return words.All(word => text.Contains(word, StringComparison.Ordinal)) || links.Exists(link => words.All(word => TextFolding.Squash(link).Contains(word, StringComparison.Ordinal)));
    }

    private static bool HoldsDate(List<SourceLine> lines, string value)
    {
        string[] texts = [.. lines.Select(line => line.Text), string.Join(' ', lines.Select(line => line.Text)), string.Concat(lines.Select(line => line.Text))];
        return texts.SelectMany(DateParser.Find).Any(date => date.From?.ToString() == value || date.To?.ToString() == value);
    }

    private static bool IsAround(ValueProvenance place, List<SourceLine> lines)
    {
        IEnumerable<PagePlace> pages = [new PagePlace { Page = place.Page, Box = place.Box }, .. place.OtherPages ?? []];
        return lines.GroupBy(line => line.Page).All(page => pages.Single(own => own.Page == page.Key) is var own && page.All(line => line.Box is not { } box
            ? page.Any(other => other.Box is not null) || own.Box.Count == 0
            : own.Box is [var x, var y, var width, var height] && x <= box.X + 0.06 && y <= box.Y + 0.06 && x + width >= box.Right - 0.11 && y + height >= box.Bottom - 0.11));
    }
}
