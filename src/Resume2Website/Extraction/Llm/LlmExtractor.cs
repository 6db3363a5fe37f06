using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Resume2Website.Documents;
using Resume2Website.Extraction.Assembly;
using Resume2Website.Extraction.Layout;
using Resume2Website.Extraction.Parsing;
using Resume2Website.Resumes;

namespace Resume2Website.Extraction.Llm;

/// <summary>Extracts a résumé with the help of a language model. It points at lines; what it says that is not in the document is dropped, and what it does not say is read by the embedded engine.</summary>
internal sealed class LlmExtractor(IResumeExtractor embedded, LlmCaller caller, ILlmAnswerStore answers, LlmOptions options, TimeProvider time) : IResumeExtractor
{
    /// <inheritdoc />
    public string Engine => NameOf(options);

    /// <summary>The engine's name: its version, the model, and where it runs.</summary>
    public static string NameOf(LlmOptions options) => $"{LlmPrompt.Version} ({options.Model} at {options.Host}{(options.IsLocal ? ", local" : "")})";

    /// <inheritdoc />
    public async Task<ExtractedResume> ExtractAsync(SourceDocument document, IProgress<ResumePart>? sections = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var own = await embedded.ExtractAsync(document, sections: null, cancellationToken).ConfigureAwait(false);
        // What is no CV is refused, and nothing of it is sent anywhere.
        if (!own.IsResume) return own;
        var told = new HashSet<string>(StringComparer.Ordinal);
        var extracted = await ReadAsync(document, own, sections, told, cancellationToken).ConfigureAwait(false);
        foreach (var section in extracted.Sections.Where(section => told.Add(section.Name))) sections?.Report(new ResumePart(section, extracted.Resume));
        return extracted;
    }

    private async Task<ExtractedResume> ReadAsync(
        SourceDocument document, ExtractedResume own, IProgress<ResumePart>? sections, HashSet<string> told, CancellationToken cancellationToken)
    {
        var layout = LayoutAnalysis.Analyze(document);
        var reading = new Reading(new NumberedLines(layout), new AnswerReader(new NumberedLines(layout), ValuesOf(own.Resume)), new LlmBudget(options, time))
        {
            OnAnswered = reading => Tell(layout, own, reading, sections, told, cancellationToken),
        };
        await AskAsync(reading, SectionShape.All, cancellationToken).ConfigureAwait(false);
        if (reading.Reader.Dropped > 0) reading.Remarks.Add(LlmRemarks.ValuesDropped);
        var notes = new ExtractionNotes([.. reading.Remarks], new Dictionary<string, long>
        {
            ["llm_calls"] = reading.Budget.Calls, ["llm_tokens"] = reading.Budget.Tokens, ["llm_values_dropped"] = reading.Reader.Dropped, ["llm_sections"] = reading.Sections.Count,
        });
        if (reading.Sections.Count == 0) return own with { Notes = notes };
        return Merge(layout, own, reading, cancellationToken) with { Notes = notes };
    }

    private ExtractedResume Merge(LayoutDocument layout, ExtractedResume own, Reading reading, CancellationToken cancellationToken)
    {
        var (read, _) = new ResumeAssembler(layout, [], DraftWriter.Write(reading.Sections)).Assemble(Engine, own.Resume.Meta!.Language, cancellationToken);
        var engine = reading.Sections.Count == SectionShape.All.Count ? Engine : $"{Engine}, {embedded.Engine}";
        return new SectionMerge(layout, own, read, reading.Sections.Keys.ToHashSet(StringComparer.Ordinal)).Merge(engine, cancellationToken);
    }

    /// <summary>Tells of what the model has answered so far. A section that it left empty may still be the embedded engine's, which only the whole answer says.</summary>
    private void Tell(LayoutDocument layout, ExtractedResume own, Reading reading, IProgress<ResumePart>? sections, HashSet<string> told, CancellationToken cancellationToken)
    {
        if (sections is null) return;
        var merged = Merge(layout, own, reading, cancellationToken);
        var known = merged.Sections.Where(section => reading.Sections.TryGetValue(section.Name, out var entries) && entries.Count > 0 && told.Add(section.Name)).ToList();
        if (known.Count == 0) return;
        var resume = ResumeSections.Keep(merged.Resume, told);
        foreach (var section in known) sections.Report(new ResumePart(section, resume));
    }

    // An answer that was cut or has no form is asked for in halves, down to single sections.
    private async Task AskAsync(Reading reading, IReadOnlyList<SectionShape> sections, CancellationToken cancellationToken)
    {
        if (reading.IsOver) return;
        try
        {
            if (await AnswerAsync(reading, sections, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                foreach (var section in sections)
                {
                    if (reading.Reader.Read(answer, section) is { } entries) reading.Sections[section.Name] = entries;
                    else reading.Remarks.Add(LlmRemarks.AnswerUnusable);
                }

                // The whole answer is told of with the whole résumé.
                if (sections.Count < SectionShape.All.Count) reading.OnAnswered(reading);
                return;
            }
        }
        catch (LlmException failure)
        {
            reading.Remarks.Add(failure.Code);
            reading.IsOver = true;
            return;
        }

        if (sections.Count == 1)
        {
            reading.Remarks.Add(LlmRemarks.AnswerUnusable);
            return;
        }

        var half = sections.Count / 2;
        await AskAsync(reading, [.. sections.Take(half)], cancellationToken).ConfigureAwait(false);
        await AskAsync(reading, [.. sections.Skip(half)], cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement?> AnswerAsync(Reading reading, IReadOnlyList<SectionShape> sections, CancellationToken cancellationToken)
    {
        var question = LlmPrompt.Of(reading.Lines, sections);
        var key = KeyOf(question);
        if (await answers.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } known) return LlmJson.Find(known);
        var answer = await caller.AskAsync(question, reading.Budget, cancellationToken).ConfigureAwait(false);
        if (answer.IsCut || LlmJson.Find(answer.Text) is not { } json) return null;
        await answers.KeepAsync(key, json.GetRawText(), cancellationToken).ConfigureAwait(false);
        return json;
    }

    private string KeyOf(LlmQuestion question)
    {
        var asked = string.Join('\0', LlmPrompt.Version, options.Endpoint, options.Model, question.Instruction, question.Content, question.Schema.GetRawText());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked)));
    }

    private static HashSet<string> ValuesOf(Resume resume)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        Collect(JsonSerializer.SerializeToElement(resume with { Other = [], Meta = null }, ResumeJson.Default.Resume), values);
        return values;
    }

    private static void Collect(JsonElement element, HashSet<string> values)
    {
        if (element.ValueKind == JsonValueKind.String) values.Add(TextFolding.Squash(element.GetString()!));
        else if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Collect(item, values);
        else if (element.ValueKind == JsonValueKind.Object) foreach (var member in element.EnumerateObject()) Collect(member.Value, values);
    }

    /// <summary>One document's reading as it goes on.</summary>
    private sealed class Reading(NumberedLines lines, AnswerReader reader, LlmBudget budget)
    {
        public NumberedLines Lines { get; } = lines;

        public AnswerReader Reader { get; } = reader;

        public LlmBudget Budget { get; } = budget;

        /// <summary>Called when the model has answered some of the sections.</summary>
        public required Action<Reading> OnAnswered { get; init; }

        public Dictionary<string, IReadOnlyList<EntryAnswer>> Sections { get; } = new(StringComparer.Ordinal);

        public SortedSet<string> Remarks { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether asking on is of no use.</summary>
        public bool IsOver { get; set; }
    }
}
