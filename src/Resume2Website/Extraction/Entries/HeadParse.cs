using Resume2Website.Extraction.Learned;
using Resume2Website.Extraction.Lexicon;

namespace Resume2Website.Extraction.Entries;

/// <summary>The likeliest way to part one head, given which comes first.</summary>
/// <remarks>
/// Every grouping of neighbouring pieces and every assignment of groups to a name, an organisation and a place is a reading; its score is the logarithm of how
/// likely the groups' texts are what they are read as, less a little for every comma within one. Found by dynamic programming over pieces and what is used.
/// </remarks>
internal sealed class HeadParse
{
    private const double RestCost = -2.6;
    private const double NameMissing = -1.2;
    private const double OrganizationMissing = -1.0;
    private const double PlaceCost = -0.5;
    private const double SecondNameCost = -0.8;

    /// <summary>However little a text sounds like it, it may be the name of an employer, or what stands in its place: "freelance", "parental leave".</summary>
    private const double AnythingEmploys = -2.4;
    private const double Unheard = -5;

    /// <summary>What it costs to read a known place behind a comma as part of a name.</summary>
    private const double PlaceWithin = -2;

    private readonly IReadOnlyList<HeadAtom> _atoms;
    private readonly PartKind _name;
    private readonly bool _nameFirst;
    private readonly Dictionary<(int From, int To), double[]> _likelihoods;
    private readonly Dictionary<(int At, int Used), (double Score, HeadGroup? First)> _best = [];

    private HeadParse(IReadOnlyList<HeadAtom> atoms, PartKind name, bool nameFirst, Dictionary<(int From, int To), double[]> likelihoods) =>
        (_atoms, _name, _nameFirst, _likelihoods) = (atoms, name, nameFirst, likelihoods);

    [Flags]
    private enum Used
    {
        None = 0,
        Name = 1,
        SecondName = 2,
        Organization = 4,
        Place = 8,
    }

    /// <summary>The likeliest readings of a head with the name first and with the organisation first.</summary>
    public static (HeadReading NameFirst, HeadReading OrganizationFirst) Both(IReadOnlyList<HeadAtom> atoms, PartKind name)
    {
        var likelihoods = new Dictionary<(int, int), double[]>();
        return (new HeadParse(atoms, name, true, likelihoods).Parse(), new HeadParse(atoms, name, false, likelihoods).Parse());
    }

    private HeadReading Parse()
    {
        var groups = new List<HeadGroup>();
        var used = Used.None;
        var score = Best(0, used);
        for (var at = 0; at < _atoms.Count && _best[(at, (int)used)].First is { } group; at = group.To)
        {
            groups.Add(group);
            used = After(used, group.Role);
        }

        return new HeadReading(score, groups);
    }

    private double Best(int at, Used used)
    {
        if (at == _atoms.Count) return (used.HasFlag(Used.Name) ? 0 : NameMissing) + (used.HasFlag(Used.Organization) ? 0 : OrganizationMissing);
        if (_best.TryGetValue((at, (int)used), out var known)) return known.Score;
        var best = (Score: double.NegativeInfinity, First: (HeadGroup?)null);
        for (var to = at + 1; to <= _atoms.Count && (to == at + 1 || _atoms[to - 1].Joint is not null); to++)
        {
            foreach (var role in Open(used, at))
            {
                var score = Score(at, to, role, used) + Best(to, After(used, role));
                if (score > best.Score) best = (score, new HeadGroup(at, to, role, Text(at, to), Likelihood(at, to, role)));
            }
        }

        _best[(at, (int)used)] = best;
        return best.Score;
    }

    private IEnumerable<HeadRole> Open(Used used, int at)
    {
        var organizationIsUsed = used.HasFlag(Used.Organization);
        if (!used.HasFlag(Used.Name) ? !_nameFirst || !organizationIsUsed : _name == PartKind.Degree && !used.HasFlag(Used.SecondName)) yield return HeadRole.Name;
        if (!organizationIsUsed && (_nameFirst || !used.HasFlag(Used.Name))) yield return HeadRole.Organization;
        if (!used.HasFlag(Used.Place) && (used != Used.None || (at == 0 && BeginsWithPlace))) yield return HeadRole.Place;
        yield return HeadRole.Rest;
    }

    // "Leeds, United Kingdom", beside the date: two places in a row are the place, and more has to follow.
    private bool BeginsWithPlace => _atoms.Count > 2 && PlaceNames.Knows(_atoms[0].Text) && PlaceNames.Knows(_atoms[1].Text);

    private static Used After(Used used, HeadRole role) => role switch
    {
        HeadRole.Name => used | (used.HasFlag(Used.Name) ? Used.SecondName : Used.Name),
        HeadRole.Organization => used | Used.Organization,
        HeadRole.Place => used | Used.Place,
        _ => used,
    };

    private double Score(int from, int to, HeadRole role, Used used)
    {
        if (role == HeadRole.Rest) return RestCost * (to - from);
        var (joints, cost) = (to - from - 1, role switch { HeadRole.Place => -0.1, HeadRole.Organization => -0.5, _ => _name == PartKind.Degree ? -0.2 : -0.6 });
        var first = role == HeadRole.Place ? PlaceCost : role == HeadRole.Name && used.HasFlag(Used.Name) ? SecondNameCost : 0;
        var within = role != HeadRole.Place && joints > 0 && PlaceNames.KnowsAll(_atoms[to - 1].Text) ? PlaceWithin : 0;
        return Likelihood(from, to, role) + (joints * cost) + first + within;
    }

    /// <summary>The logarithm of how likely the group is what it is read as, among what can stand in such a head.</summary>
    private double Likelihood(int from, int to, HeadRole role)
    {
        if (role == HeadRole.Rest) return Math.Log(0.5);
        if (!_likelihoods.TryGetValue((from, to), out var all))
        {
            all = PartModel.Shipped.LogLikelihoods(PartFeatures.Of(Text(from, to)));
            var total = Math.Log(Math.Exp(all[(int)_name]) + Math.Exp(all[(int)PartKind.Organization]) + Math.Exp(all[(int)PartKind.Place]));
            _likelihoods[(from, to)] = all = [.. all.Select((likelihood, kind) => Math.Max(kind == (int)PartKind.Organization ? AnythingEmploys : Unheard, likelihood - total))];
        }

        return all[(int)(role switch { HeadRole.Name => _name, HeadRole.Organization => PartKind.Organization, _ => PartKind.Place })];
    }

    private string Text(int from, int to) => string.Concat(Enumerable.Range(from, to - from).Select(i => i == from ? _atoms[i].Text : _atoms[i].Joint + _atoms[i].Text));
}
