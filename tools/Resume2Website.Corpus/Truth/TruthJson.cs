using System.Text.Json.Nodes;
using Resume2Website.Corpus.People;

namespace Resume2Website.Corpus.Truth;

/// <summary>The JSON Resume (v1.0.0) of what a document shows. What the schema has no place for stands in <c>x-</c> fields.</summary>
internal static class TruthJson
{
    /// <summary>Of a CV.</summary>
    public static JsonObject Of(Cv cv)
    {
        var truth = new JsonObject { ["basics"] = Basics(cv) };
        Add(truth, "work", Roles(cv.Work, "name"));
        Add(truth, "volunteer", Roles(cv.Volunteer, "organization"));
        Add(truth, "education", cv.Education.Select(school => With(Fields(
            ("institution", school.Institution), ("area", school.Area), ("studyType", school.Type), ("startDate", Start(school.When)), ("endDate", school.When?.End), ("score", school.Score)), "courses", school.Courses)));
        Add(truth, "awards", cv.Awards.Select(note => Fields(("title", note.Name), ("date", note.When?.Start), ("awarder", note.By))));
        Add(truth, "certificates", cv.Certificates.Select(note => Fields(("name", note.Name), ("date", note.When?.Start), ("issuer", note.By))));
        Add(truth, "publications", cv.Publications.Select(note => Fields(("name", note.Name), ("publisher", note.By), ("releaseDate", note.When?.Start))));
        Add(truth, "skills", cv.Skills.Select(ability => With(Fields(("name", ability.Group)), "keywords", ability.Items)));
        Add(truth, "languages", cv.Languages.Select(tongue => Fields(("language", tongue.Name), ("fluency", tongue.Level))));
        Add(truth, "interests", cv.Interests.Select(name => Fields(("name", name))));
        Add(truth, "references", cv.References.Select(referee => Fields(("name", referee.Name), ("reference", Said(referee)))));
        Add(truth, "projects", cv.Projects.Select(note => With(
            Fields(("name", note.Name), ("description", note.Text), ("startDate", note.When?.Start), ("endDate", note.When is { IsPoint: false } span ? span.End : null), ("url", note.Url)), "highlights", note.Points)));
        Add(truth, "x-talks", cv.Talks.Select(note => Fields(("name", note.Name), ("event", note.By), ("date", note.When?.Start))));
        Add(truth, "x-courses", cv.Courses.Select(note => Fields(("name", note.Name), ("provider", note.By), ("date", note.When?.Start))));
        if (cv.Other.Count > 0) truth["x-other"] = new JsonArray(With([], "lines", cv.Other));
        return truth;
    }

    // In the order in which it is printed.
    private static string Said(Referee referee) =>
        string.Join('\n', ((string?[])(referee.Signs ? [referee.Text, referee.Position, referee.Contact] : [referee.Position, referee.Contact, referee.Text])).OfType<string>());

    private static JsonObject Basics(Cv cv)
    {
        var basics = Fields(("name", cv.Name), ("label", cv.Label), ("email", cv.Email), ("phone", cv.Phone), ("url", cv.Url), ("summary", cv.Summary));
        if (cv.Home is { } home) basics["location"] = Fields(("address", home.Street), ("postalCode", home.Postal), ("city", home.City), ("region", home.Region));
        Add(basics, "profiles", cv.Profiles.Select(profile => Fields(("network", profile.Network), ("username", profile.User), ("url", profile.Url))));
        return basics;
    }

    private static IEnumerable<JsonObject> Roles(IReadOnlyList<Employment> employments, string nameField) => employments.SelectMany(employment => employment.Roles.Select(role => With(
        Fields((nameField, employment.Name), ("position", role.Title), ("location", nameField == "name" ? employment.Place : null), ("startDate", role.When?.Start), ("endDate", role.When?.End), ("summary", role.Summary)),
        "highlights", role.Highlights)));

    // A single date of a school is when it ended.
    private static string? Start(When? when) => when is null || when.IsPoint ? null : when.Start;

    private static void Add(JsonObject parent, string name, IEnumerable<JsonObject> items)
    {
        var array = new JsonArray([.. items]);
        if (array.Count > 0) parent[name] = array;
    }

    private static JsonObject Fields(params (string Name, string? Value)[] fields)
    {
        var item = new JsonObject();
        foreach (var (name, value) in fields.Where(field => !string.IsNullOrEmpty(field.Value))) item[name] = value;
        return item;
    }

    private static JsonObject With(JsonObject item, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0) item[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return item;
    }
}
