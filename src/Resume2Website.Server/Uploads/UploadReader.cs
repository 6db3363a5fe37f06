using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Resume2Website.Documents;
using Resume2Website.Extraction.Llm;
using Resume2Website.Screening;
using Resume2Website.Server.Hosting;
using Resume2Website.Server.Problems;
using Resume2Website.Sites;

namespace Resume2Website.Server.Uploads;

/// <summary>Receives the multipart form of an upload, part by part, and never more of it than is allowed.</summary>
internal sealed class UploadReader(IOptions<ServerOptions> options, ISiteRenderer sites, LlmEngine? llm = null)
{
    private const int MaxParts = 32;
    private const int MaxBoundaryLength = 200;

    /// <summary>What a form needs beside its file: boundaries, headers, the other fields.</summary>
    private const int FormOverhead = 256 * 1024;

    private long MaxBytes => options.Value.MaxUploadBytes;

    /// <exception cref="RefusedException">The upload cannot be used.</exception>
    public async Task<Upload> ReadAsync(HttpContext context)
    {
        var boundary = BoundaryOf(context.Request);
        if (context.Request.ContentLength > MaxBytes + FormOverhead) throw new RefusedException(ServerProblems.TooLarge(MaxBytes));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxBytes + FormOverhead;
        try
        {
            return Screen(await ReadPartsAsync(new MultipartReader(boundary, context.Request.Body), context.RequestAborted));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new RefusedException(ServerProblems.TooLarge(MaxBytes));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            throw new RefusedException(ServerProblems.MalformedUpload);
        }
    }

    private static string BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(ServerProblems.NotMultipart);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        return boundary is { Length: > 0 and <= MaxBoundaryLength } ? boundary : throw new RefusedException(ServerProblems.MalformedUpload);
    }

    private async Task<UploadForm> ReadPartsAsync(MultipartReader parts, CancellationToken cancellationToken)
    {
        var form = new UploadForm(MaxBytes);
        for (var count = 0; await parts.ReadNextSectionAsync(cancellationToken) is { } part; count++)
        {
            if (count == MaxParts) throw new RefusedException(ServerProblems.MalformedUpload);
            if (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                await form.AddAsync(disposition, part.Body, cancellationToken);
        }

        return form;
    }

    private Upload Screen(UploadForm form)
    {
        if (form.Files.Count == 0) throw new RefusedException(ServerProblems.FileMissing);
        var template = form.Fields.GetValueOrDefault("template") is { Length: > 0 } wanted ? wanted : null;
        if (template is not null && sites.Templates.All(known => known.Name != template))
            throw new RefusedException(ServerProblems.TemplateUnknown([.. sites.Templates.Select(known => known.Name)]));
        var consent = ConsentOf(form);
        var tags = UploadTags.Parse(form.Fields.GetValueOrDefault("tags"));
        var files = form.Files.Select(Screen).ToList();
        if (files.Count > 1 && !files.TrueForAll(file => DocumentJoin.IsPart(file.Format))) throw new RefusedException(ServerProblems.SeveralDocuments);
        return new Upload
        {
            Files = files,
            Template = template,
            Password = form.Fields.GetValueOrDefault("password") is { Length: > 0 } password ? password : null,
            Tags = tags,
            AgreedLlm = consent,
        };
    }

    private UploadedFile Screen(UploadedFile file)
    {
        var screening = FileScreen.Screen(file.FileName, file.Content, MaxBytes);
        return screening.Code is { } code
            ? throw new RefusedException(ServerProblems.Document(code, StatusOf(code)))
            : file with { FileName = screening.FileName, Format = screening.Format };
    }

    /// <summary>The model that the person agreed to: only the plain word counts, and only for the model that they were shown.</summary>
    private LlmIdentity? ConsentOf(UploadForm form) => form.Fields.GetValueOrDefault("llm") switch
    {
        null or "" or "false" => null,
        "true" when llm is null => throw new RefusedException(ServerProblems.LlmNotConfigured),
        "true" => AsShown(form.Fields.GetValueOrDefault("llm_engine"), llm),
        _ => throw new RefusedException(ServerProblems.LlmConsentInvalid),
    };

    private static LlmIdentity AsShown(string? shown, LlmEngine llm) =>
        string.IsNullOrEmpty(shown) ? throw new RefusedException(ServerProblems.LlmEngineMissing)
        : shown == llm.Name ? llm.Identity : throw new RefusedException(ServerProblems.LlmEngineChanged);

    private static int StatusOf(string code) => code switch
    {
        "file_too_large" => StatusCodes.Status413PayloadTooLarge,
        "file_type_unsupported" or "file_type_mismatch" or "picture_unsupported" => StatusCodes.Status415UnsupportedMediaType,
        "file_empty" => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
