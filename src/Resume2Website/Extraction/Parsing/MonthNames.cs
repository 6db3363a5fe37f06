using System.Collections.Frozen;

namespace Resume2Website.Extraction.Parsing;

/// <summary>The months' names and abbreviations in ten languages, folded.</summary>
internal static class MonthNames
{
    // One row a language: English, German, French, Spanish, Portuguese, Dutch, Italian, Polish, Swedish, Danish.
    // Forms of one month are parted by commas; abbreviations stand beside the full name.
    private static readonly string[] Rows =
    [
        "january,jan february,feb,febr march,mar april,apr may june,jun july,jul august,aug september,sep,sept october,oct november,nov december,dec",
        "januar,jan,janner februar,feb,feber marz,mrz,maerz april,apr mai juni,jun juli,jul august,aug september,sep,sept oktober,okt november,nov dezember,dez",
        "janvier,janv fevrier,fevr,fev mars avril,avr mai juin juillet,juil,juill aout septembre,sept octobre,oct novembre,nov decembre,dec",
        "enero,ene febrero,feb marzo,mar abril,abr mayo,may junio,jun julio,jul agosto,ago septiembre,sep,sept,setiembre,set octubre,oct noviembre,nov diciembre,dic",
        "janeiro,jan fevereiro,fev marco,mar abril,abr maio,mai junho,jun julho,jul agosto,ago setembro,set outubro,out novembro,nov dezembro,dez",
        "januari,jan februari,feb maart,mrt april,apr mei juni,jun juli,jul augustus,aug september,sep,sept oktober,okt november,nov december,dec",
        "gennaio,gen febbraio,feb marzo,mar aprile,apr maggio,mag giugno,giu luglio,lug agosto,ago settembre,set,sett ottobre,ott novembre,nov dicembre,dic",
        "styczen,stycznia,sty luty,lutego,lut marzec,marca,mar kwiecien,kwietnia,kwi maj,maja czerwiec,czerwca,cze lipiec,lipca,lip sierpien,sierpnia,sie wrzesien,wrzesnia,wrz pazdziernik,pazdziernika,paz listopad,listopada,lis grudzien,grudnia,gru",
        "januari,jan februari,feb mars,mar april,apr maj juni,jun juli,jul augusti,aug september,sep oktober,okt november,nov december,dec",
        "januar,jan februar,feb marts,mar april,apr maj juni,jun juli,jul august,aug september,sep oktober,okt november,nov december,dec",
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Rows
        .SelectMany(row => row.Split(' ').SelectMany((forms, month) => forms.Split(',').Select(form => (form, month: month + 1))))
        .GroupBy(pair => pair.form, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First().month, StringComparer.Ordinal);

    /// <summary>Every form, longest first, for a pattern over folded text; written out, so that patterns are compiled with the program.</summary>
    public const string Pattern =
        "pazdziernika|pazdziernik|septiembre|diciembre|fevereiro|listopada|noviembre|september|septembre|setiembre|settembre|augustus|" +
        "czerwiec|december|decembre|dezember|dezembro|dicembre|febbraio|februari|february|grudzien|kwiecien|kwietnia|listopad|november|" +
        "novembre|novembro|setembro|sierpien|sierpnia|stycznia|wrzesien|wrzesnia|augusti|czerwca|febrero|februar|fevrier|gennaio|grudnia|" +
        "janeiro|januari|january|janvier|juillet|october|octobre|octubre|oktober|ottobre|outubro|styczen|agosto|aprile|august|giugno|" +
        "janner|januar|lipiec|luglio|lutego|maggio|marzec|abril|april|avril|enero|feber|juill|julho|julio|junho|junio|lipca|maart|maerz|" +
        "marca|march|marco|marts|marzo|aout|febr|fevr|janv|juil|juin|juli|july|june|juni|luty|maio|maja|mars|marz|mayo|sept|sett|abr|ago|" +
        "apr|aug|avr|cze|dec|dez|dic|ene|feb|fev|gen|giu|gru|jan|jul|jun|kwi|lip|lis|lug|lut|mag|mai|maj|mar|may|mei|mrt|mrz|nov|oct|okt|" +
        "ott|out|paz|sep|set|sie|sty|wrz";

    /// <summary>Every form.</summary>
    public static IReadOnlyList<string> Forms => Numbers.Keys;

    /// <summary>The number of a folded month name, from 1.</summary>
    public static int Number(string folded) => Numbers[folded];
}
