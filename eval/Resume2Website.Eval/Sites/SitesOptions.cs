namespace Resume2Website.Eval.Sites;

/// <summary>Which sites are measured, and with what.</summary>
internal sealed record SitesOptions
{
    public const string Usage = """
        Measures sites: renders every template for three invented people and a few CVs of the project's own held-out set, and looks at each with
        Chromium, axe, the Nu HTML checker, Lighthouse and the gates of the product. One row a site; ends with 1 when a gate fails.

        Usage: eval/sites.sh [OPTIONS]
          --templates gutter,ledger   only these templates
          --people rich,sparse        only these people: rich, sparse, hostile, or a CV of the held-out set by its name
          --cvs N                     so many CVs of the held-out set, each in another language (default 3; 0 for none)
          --lighthouse WHAT           mobile (default), all (desktop too) or none; a page takes 10 to 20 s
          --json                      the table as JSON
          --write DIR                 writes the sites into DIR/TEMPLATE-PERSON/
        """;

    /// <summary>Templates by name; all when empty.</summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    /// <summary>People by name; all when empty.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>How many CVs of the held-out set are measured beside them.</summary>
    public int Cvs { get; init; } = 3;

    /// <summary>Whether Lighthouse measures phones.</summary>
    public bool OnPhones { get; init; } = true;

    /// <summary>Whether Lighthouse measures desktop computers.</summary>
    public bool OnDesktops { get; init; }

    /// <summary>Whether the table is written as JSON.</summary>
    public bool AsJson { get; init; }

    /// <summary>Where the sites are written; null for nowhere.</summary>
    public string? Folder { get; init; }

    /// <summary>Reads the arguments; null when they are not understood.</summary>
    public static SitesOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new SitesOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            var known = (arguments[i], value) switch
            {
                ("--json", _) => options with { AsJson = true },
                ("--templates", { } names) => options with { Templates = names.Split(',') },
                ("--people", { } names) => options with { People = names.Split(',') },
                ("--cvs", { } text) when int.TryParse(text, out var count) && count >= 0 => options with { Cvs = count },
                ("--lighthouse", "none") => options with { OnPhones = false, OnDesktops = false },
                ("--lighthouse", "mobile") => options with { OnPhones = true, OnDesktops = false },
                ("--lighthouse", "all") => options with { OnPhones = true, OnDesktops = true },
                ("--write", { } folder) => options with { Folder = folder },
                _ => null,
            };
            if (known is null) return null;
            if (arguments[i] != "--json") i++;
            options = known;
        }

        return options;
    }
}
