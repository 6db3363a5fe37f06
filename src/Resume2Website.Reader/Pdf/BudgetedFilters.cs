using Resume2Website.Documents;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Resume2Website.Reader.Pdf;

/// <summary>PdfPig's filters, under a budget: a stream that would unpack to too much is refused before it fills the heap.</summary>
internal sealed class BudgetedFilters : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> wrapped;

    public BudgetedFilters(InflationBudget budget)
    {
        wrapped = DefaultFilterProvider.Instance.GetAllFilters().Distinct()
            .ToDictionary(filter => filter, filter => (IFilter)new BudgetedFilter(filter, budget));
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Wrap(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Wrap(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => [.. wrapped.Values];

    private List<IFilter> Wrap(IReadOnlyList<IFilter> filters)
    {
        // Each filter may multiply by a thousand: more than a few in a row serve no document.
        if (filters.Count > 4) throw new DocumentException("too_complex");
        return [.. filters.Select(filter => wrapped.GetValueOrDefault(filter, filter))];
    }
}
