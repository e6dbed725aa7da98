using Iness.Casework.Applications;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;

namespace Iness.Casework.Letters;

/// <summary>A document of a file that the program makes itself.</summary>
internal static class DrawnDocument
{
    /// <summary>The largest that is kept: far above any letter.</summary>
    public const long Largest = 20 * 1024 * 1024;

    /// <summary>The document of stored contents.</summary>
    public static StoredDocument Of(Application application, StoredContent content, string kind, string fileName, DateTime now, string? mediaType = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        OrganisationId = application.OrganisationId,
        ApplicationId = application.Id,
        Kind = kind,
        FileName = fileName,
        MediaType = mediaType ?? FileType.Pdf.MediaType,
        Length = content.Length,
        Sha256 = content.Sha256,
        StorageKey = content.Key,
        UploadedAt = now,
        UploadedBy = null,
        // Made here, from nothing that came from outside, or from text that was encoded.
        Scan = ScanState.Clean,
    };
}
