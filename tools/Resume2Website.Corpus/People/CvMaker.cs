using Resume2Website.Corpus.Vocabulary;

namespace Resume2Website.Corpus.People;

/// <summary>Invents a person and what their document shows.</summary>
internal sealed class CvMaker(WordBook words, Chance chance)
{
    // The month the corpus is "written" in; no clock, so that the same seed gives the same bytes next year.
    private const int Now = (2025 * 12) + 5;

    private readonly DateStyle dates = new(words, chance);
    private readonly Phrases phrases = new(words, chance);
    private readonly History history = new(words, chance);

    /// <summary>Invents.</summary>
    public Cv Make(string id)
    {
        var trade = chance.Pick(words.Trades);
        phrases.Trade = trade;
        phrases.Title = trade.Titles[^1];
        var size = chance.Below(10) switch { 0 => Size.Sparse, < 7 => Size.Usual, _ => Size.Long };
        var name = Name();
        var work = history.Work(trade, size, dates, phrases, Now);
        phrases.Title = work.Select(employment => employment.Name is null ? null : employment.Roles[0].Title).FirstOrDefault(title => title is not null) ?? trade.Titles[0];
        var cv = new Cv
        {
            Person = $"{id}-{trade.Id}-{words.Language}", Language = words.Language, Name = name, Work = work,
            Label = chance.Percent(55) ? phrases.Title : null,
            Email = chance.Percent(92) ? Mail(name) : null,
            Phone = chance.Percent(85) ? phrases.From("phone") : null,
            Home = chance.Percent(80) ? Home() : null,
            Url = chance.Percent(20) ? $"www.{Plain(name, "-")}.example.{chance.Pick(["org", "com", "net"])}" : null,
            Profiles = Profiles(name),
            Summary = chance.Percent(size == Size.Sparse ? 30 : 65) ? phrases.From("summary") : null,
            Education = history.Education(trade, size, dates, phrases, Now),
            Skills = Skills(trade, size),
            Languages = chance.Percent(70) ? Languages() : [],
        };
        return Extras(cv, size);
    }

    private Cv Extras(Cv cv, Size size)
    {
        var likely = size switch { Size.Sparse => 6, Size.Usual => 22, _ => 45 };
        bool Has() => chance.Percent(likely);
        return cv with
        {
            Volunteer = Has() ? history.Volunteering(dates, phrases, Now) : [],
            Awards = Has() ? Notes("award", "unit.firm", 3, 0) : [],
            Certificates = Has() ? Notes("certificate", "issuer", 4, 0) : [],
            Publications = chance.Percent(likely / 2) ? Notes("publication", "journal", 4, 0) : [],
            Talks = chance.Percent(likely / 2) ? Notes("talk", "event", 3, 0) : [],
            Projects = Has() ? Projects(cv.Name) : [],
            Interests = Has() || chance.Percent(20) ? chance.Some(words["interest"], chance.Between(2, 5)) : [],
            References = chance.Percent(likely / 2) ? [.. Enumerable.Range(0, chance.Between(1, 2)).Select(_ => new Referee(Name(), phrases.From("reference")))] : [],
            Other = chance.Percent(likely / 2) ? chance.Some(words["other"], chance.Between(1, 3)) : [],
        };
    }

    private string Name()
    {
        var first = string.Join(' ', chance.Some(words["first"], chance.Percent(12) ? 2 : 1));
        var last = chance.Pick(words["last"]);
        if (chance.Percent(8)) last += "-" + chance.Pick(words["last"]);
        return $"{first} {last}";
    }

    private string Mail(string name) => chance.Pick([Plain(name, "."), Plain(name, "_"), Plain(name.Split(' ')[^1], "") + chance.Between(1, 99)]) + "@" + chance.Pick(words["mailbox"]);

    private List<Handle> Profiles(string name)
    {
        var handles = new List<Handle>();
        if (chance.Percent(40)) handles.Add(Account("LinkedIn", "linkedin.com/in/", Plain(name, "-")));
        if (chance.Percent(15)) handles.Add(Account("GitHub", "github.com/", Plain(name, "")));
        if (chance.Percent(5)) handles.Add(Account("Xing", "xing.com/profile/", Plain(name, "_")));
        return handles;

        static Handle Account(string network, string place, string user) => new(network, user, place + user);
    }

    private Home Home()
    {
        var city = chance.Pick(words["city"]);
        var parts = city.Split(", ");
        var region = parts.Length > 1 ? parts[1] : null;
        if (chance.Percent(55)) return new Home(city, null, null, parts[0], region);
        var (street, postal) = (phrases.From("street"), phrases.From("postal"));
        var printed = chance.Pick(words["address"]).Replace("{street}", street, StringComparison.Ordinal)
            .Replace("{city}", city, StringComparison.Ordinal).Replace("{postal}", postal, StringComparison.Ordinal);
        return new Home(printed, street, postal, parts[0], region);
    }

    private List<Ability> Skills(Trade trade, Size size)
    {
        if (size == Size.Sparse && chance.Percent(40)) return [];
        var all = chance.Some([.. trade.Skills.Concat(words["soft"]).Distinct()], chance.Between(3, size == Size.Long ? 14 : 9));
        var groups = all.Count < 5 || chance.Percent(55) ? 1 : chance.Between(2, 3);
        if (groups == 1) return [new Ability(null, all)];
        var names = chance.Some(words["group"], groups);
        return [.. names.Select((name, i) => new Ability(name, [.. all.Where((_, at) => at % names.Count == i)]))];
    }

    private List<Tongue> Languages()
    {
        var isLevelled = chance.Percent(85);
        return [.. new[] { words["language"][0] }.Concat(chance.Some([.. words["language"].Skip(1)], chance.Between(0, 3)))
            .Select((name, i) => new Tongue(name, isLevelled ? chance.Pick(words[i == 0 ? "level.native" : "level"]) : null))];
    }

    private List<Note> Notes(string list, string by, int most, int withText)
    {
        var hasBy = by.Length > 0 && chance.Percent(75);
        var hasDate = chance.Percent(80);
        return [.. phrases.Several(list, chance.Between(1, most)).Select(name => new Note(
            name, hasBy ? phrases.From(by) : null, hasDate ? dates.Point(Now - chance.Between(3, 150), chance.Percent(60)) : null,
            chance.Percent(withText) ? phrases.From("projecttext") : null))];
    }

    private List<Note> Projects(string person)
    {
        var (spans, links, points) = (chance.Percent(60), chance.Percent(50), chance.Percent(40));
        return [.. Notes("project", "", 3, 85).Select(note =>
        {
            var begun = Now - chance.Between(8, 120);
            return note with
            {
                When = note.When is not null && spans ? dates.Span(begun, chance.Percent(25) ? null : begun + chance.Between(2, 30), yearsOnly: false) : note.When,
                Url = !links ? null : chance.Percent(50) ? $"github.com/{Plain(person, "")}/{Plain(note.Name, "-")}" : $"{Plain(person, "-")}.example.{chance.Pick(["org", "com", "net"])}/{Plain(note.Name, "-")}",
                Points = points ? phrases.Several("highlight", chance.Between(1, 2)) : [],
            };
        })];
    }

    // Addresses and user names are of plain letters.
    private static string Plain(string name, string joint) => string.Join(joint, name.ToLowerInvariant().Replace('ł', 'l').Replace("ß", "ss", StringComparison.Ordinal)
        .Normalize(System.Text.NormalizationForm.FormD).Split(' ', '-', '\'').Select(word => string.Concat(word.Where(char.IsAsciiLetter))).Where(word => word.Length > 0));
}
