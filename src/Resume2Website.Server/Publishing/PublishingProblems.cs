using LiveWorkflows.AspNetCore.Problems;
using LiveWorkflows.Errors;
using Resume2Website.Sites;
using Resume2Website.Stages;

namespace Resume2Website.Server.Publishing;

/// <summary>What is refused while a site is designed and published: status, code, one sentence, and what to do.</summary>
internal static class PublishingProblems
{
    private static readonly RecoverySuggestion LoadAgain = new("load_again", "Load it again, and make the change to what is there now.");

    public static WorkflowProblem PreconditionRequired { get; } = Make(428, "precondition_required", "Say what you changed", "A change names the version it was made to, in the header If-Match.",
        new RecoverySuggestion("send_etag", "Send the ETag that came with it as If-Match."));

    public static WorkflowProblem ChangedMeanwhile { get; } = Make(412, "changed_meanwhile", "It was changed meanwhile", "It is no longer the version that the header If-Match names; nothing was saved.", LoadAgain);

    public static WorkflowProblem BodyInvalid { get; } = Make(400, "body_invalid", "The request's body is not valid", "The body is not the JSON that this address takes: it is malformed, or has a field that does not exist or is of another kind.",
        new RecoverySuggestion("check_request", "Check the request against the documentation of the API."));

    public static WorkflowProblem BodyTooLarge(int kilobytes) => Make(413, "body_too_large", "The request's body is too large", $"What is sent to this address has at most {kilobytes} kB.",
        new RecoverySuggestion("check_request", "Check the request against the documentation of the API."));

    public static WorkflowProblem ResumeTooLarge(int megabytes) => new(413, StageErrors.ResumeTooLarge with
    {
        Message = $"The résumé has more than the {megabytes} MB that it may have, its photo included.",
        RecoverySuggestions = [new RecoverySuggestion("smaller_photo", "Give it a smaller photo, of 1,000 pixels a side at most."), .. StageErrors.ResumeTooLarge.RecoverySuggestions],
    });

    public static WorkflowProblem SectionUnknown { get; } = Make(400, "section_unknown", "There is no such section", $"The sections are: {string.Join(", ", SiteOutline.Names)}.",
        new RecoverySuggestion("choose_section", "Choose among the sections."));

    public static WorkflowProblem SlugMissing { get; } = Make(400, "slug_missing", "There is no address yet", "A site that is published for the first time needs an address of its own.",
        new RecoverySuggestion("choose_slug", "Send the address that you want as 'slug'."));

    public static WorkflowProblem SlugInvalid { get; } = Make(400, "slug_invalid", "The address is not valid", "An address has 3 to 40 characters: a to z, 0 to 9, and single hyphens between them.",
        new RecoverySuggestion("choose_slug", "Choose an address such as ada-lovelace."));

    public static WorkflowProblem SlugReserved { get; } = Make(409, "slug_reserved", "The address is reserved", "This address is kept for the server itself.",
        new RecoverySuggestion("choose_slug", "Choose another address, such as your own name."));

    public static WorkflowProblem NotPublished { get; } = Make(409, "not_published", "The site is not published", "This needs a site that is published at present.",
        new RecoverySuggestion("publish", "Publish the site first."));

    public static WorkflowProblem NoEarlierVersion { get; } = Make(409, "no_earlier_version", "There is no earlier version", "The version that is published is the oldest that is kept.",
        new RecoverySuggestion("publish", "Change the site, and publish it again."));

    public static WorkflowProblem AccentUnknown(TemplateInfo template) => Make(400, "accent_unknown", "There is no such accent",
        $"The accents of {template.Name} are: {string.Join(", ", template.Accents.Select(accent => accent.Name))}.", new RecoverySuggestion("choose_accent", "Choose one of the template's accents."));

    public static WorkflowProblem DesignInvalid(string sentence) => Make(400, "design_invalid", "The design is not valid", sentence,
        new RecoverySuggestion("check_request", "Correct this, and send the design again."));

    /// <param name="free">An address that is free; null when none was found.</param>
    public static WorkflowProblem SlugTaken(string? free) => Make(409, "slug_taken", "The address is taken", "Somebody else has this address already.",
        new RecoverySuggestion("choose_slug", free is null ? "Choose another address, such as one with your middle name or your city in it." : $"Choose another address; {free} is free."));

    public static WorkflowProblem VersionUnknown(IEnumerable<int> known) => Make(409, "version_unknown", "There is no such version",
        $"The versions that are kept are: {string.Join(", ", known)}.", new RecoverySuggestion("choose_version", "Choose one of these versions."));

    /// <summary>A site that must not be shown to anybody; the sentences are the gates' own and hold no text of the CV.</summary>
    public static WorkflowProblem GateFailed(IEnumerable<SiteFinding> findings)
    {
        var binding = findings.Where(finding => SiteBuilder.IsBinding(finding.Gate)).DistinctBy(finding => (finding.Gate, finding.Message));
        return new WorkflowProblem(422, StageErrors.GateFailed with
        {
            Message = "The site broke a rule that every site must keep, so nothing was changed: " + string.Join(" ", binding.Select(finding => $"{finding.Message} ({finding.Gate}, {finding.Path})")),
        });
    }

    private static WorkflowProblem Make(int status, string code, string title, string detail, params RecoverySuggestion[] suggestions) =>
        new(status, new WorkflowError { Code = code, Title = title, Message = detail, Category = ErrorCategory.Input, RecoverySuggestions = suggestions });
}
