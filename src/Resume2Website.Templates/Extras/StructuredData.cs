using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Resume2Website.Resumes;
using Resume2Website.Sites;
using Resume2Website.Templates.Links;

namespace Resume2Website.Templates.Extras;

/// <summary>The page for machines: schema.org <c>ProfilePage</c> about a <c>Person</c>, as JSON-LD.</summary>
internal static class StructuredData
{
    // Writes < as \u003C, so that no text can close the script element it stands in.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(SiteView view)
    {
        var basics = view.Resume.Basics;
        var person = new JsonObject { ["@type"] = "Person" };
        Add(person, "name", basics.Name);
        Add(person, "jobTitle", basics.Label);
        Add(person, "description", basics.Summary);
        Add(person, "url", SafeUrl.Parse(basics.Url)?.Href);
        Add(person, "image", view.Photo is { } photo ? view.Address(photo.Largest.Path) : null);
        Add(person, "email", view.Options.Email == EmailVisibility.Shown ? basics.Email : null);
        Add(person, "telephone", basics.Phone);
        Add(person, "sameAs", basics.Profiles.Select(profile => SafeUrl.Parse(profile.Url)?.Href));
        Add(person, "worksFor", view.Resume.Work.Where(work => work is { StartDate: not null, EndDate: null, Ongoing: not false }).Select(work => work.Name), "Organization");
        Add(person, "alumniOf", view.Resume.Education.Select(education => education.Institution), "EducationalOrganization");
        Add(person, "knowsLanguage", view.Resume.Languages.Select(language => language.Language));
        if (Address(basics.Location) is { Count: > 1 } address) person["address"] = address;

        var page = new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "ProfilePage", ["inLanguage"] = view.Language };
        if (view.Options.BaseUrl is not null) page["url"] = view.Address("");
        page["mainEntity"] = person;
        return page.ToJsonString(Json);
    }

    private static JsonObject? Address(Location? location)
    {
        if (location is null) return null;
        var address = new JsonObject { ["@type"] = "PostalAddress" };
        Add(address, "streetAddress", location.Address);
        Add(address, "postalCode", location.PostalCode);
        Add(address, "addressLocality", location.City);
        Add(address, "addressRegion", location.Region);
        Add(address, "addressCountry", location.CountryCode);
        return address;
    }

    private static void Add(JsonObject to, string name, string? value)
    {
        if (value is not null) to[name] = value;
    }

    private static void Add(JsonObject to, string name, IEnumerable<string?> values, string? type = null)
    {
        var nodes = values.OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(value => type is null ? JsonValue.Create(value) : (JsonNode)new JsonObject { ["@type"] = type, ["name"] = value }).ToArray();
        if (nodes.Length > 0) to[name] = new JsonArray(nodes);
    }
}
