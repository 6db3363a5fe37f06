using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>Reads the heads of all entries of a section together: whether names or organisations come first is decided once, by likelihood over the section.</summary>
internal static class HeadReader
{
    /// <summary>How much likelier the other order must make one head, for that head to be read against its section.</summary>
    private const double Exception = 5;

    /// <summary>What one name more than organisations, or the other way round, says: one employer has many titles, and rarely the reverse.</summary>
    private const double Repetition = 0.6;

    /// <summary>What each head names; null for a head that names nothing.</summary>
    public static IReadOnlyList<ReadHead?> Read(IReadOnlyList<IReadOnlyList<EntryLine>> heads, PartKind name)
    {
        var atoms = heads.Select(HeadAtom.Of).ToList();
        var readings = atoms.Select(head => HeadParse.Both(head, name)).ToList();
        var nameFirst = Total(readings.Select(pair => pair.NameFirst)) >= Total(readings.Select(pair => pair.OrganizationFirst));
        return [.. readings.Select((pair, i) => atoms[i].Count == 0 ? null : Head(atoms[i], Chosen(pair, nameFirst)))];
    }

    private static HeadReading Chosen((HeadReading NameFirst, HeadReading OrganizationFirst) pair, bool nameFirst)
    {
        var (usual, other) = nameFirst ? pair : (pair.OrganizationFirst, pair.NameFirst);
        return other.Score > usual.Score + Exception ? other : usual;
    }

    private static double Total(IEnumerable<HeadReading> readings)
    {
        var all = readings.ToList();
        return all.Sum(reading => reading.Score) + (Repetition * (Different(HeadRole.Name) - Different(HeadRole.Organization)));

        int Different(HeadRole role) => all.Select(reading => reading.Text(role)).OfType<string>().Distinct(StringComparer.Ordinal).Count();
    }

    private static ReadHead Head(IReadOnlyList<HeadAtom> atoms, HeadReading reading)
    {
        List<Found> Of(HeadRole role) => [.. reading.Groups.Where(group => group.Role == role).Select(group => new Found(group.Text, atoms[group.From].Source, Confidence(group)))];
        var (place, more) = (Of(HeadRole.Place).FirstOrDefault(), Of(HeadRole.Rest));
        // In a narrow column "Leeds, United Kingdom" takes two lines.
        if (place is not null && reading.Groups.Single(group => group.Role == HeadRole.Place).To is var next && reading.Groups.FirstOrDefault(group => group.From == next && group.Role == HeadRole.Rest) is { } below
            && PlaceNames.Knows(below.Text) && more.Find(found => found.Text == below.Text) is { } country)
        {
            more.Remove(country);
            place = new Found($"{place.Text}, {country.Text}", place.Source, Math.Min(place.Confidence, country.Confidence)) { Parts = [place, country] };
        }

        return new ReadHead(Of(HeadRole.Name), Of(HeadRole.Organization).FirstOrDefault(), place, more);
    }

    private static double Confidence(HeadGroup group) => 0.55 + (0.42 * Math.Exp(group.Likelihood));
}
