namespace Iness.Casework.Documents.Kinds;

/// <summary>A type of file that is accepted, as its content shows it.</summary>
public sealed record FileType
{
    public static readonly FileType Pdf = new("PDF", "application/pdf", ".pdf") { ShowsInFrame = true };
    public static readonly FileType Jpeg = new("image JPEG", "image/jpeg", ".jpg", ".jpeg", ".jpe", ".jfif") { IsImage = true, ShowsInFrame = true };
    public static readonly FileType Png = new("image PNG", "image/png", ".png") { IsImage = true, ShowsInFrame = true };
    public static readonly FileType WebP = new("image WebP", "image/webp", ".webp") { IsImage = true, ShowsInFrame = true };
    public static readonly FileType Tiff = new("image TIFF", "image/tiff", ".tif", ".tiff") { IsImage = true };
    public static readonly FileType Heic = new("image HEIC", "image/heic", ".heic", ".heif") { IsImage = true };
    public static readonly FileType Docx = new("document Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static readonly FileType Xlsx = new("classeur Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static readonly FileType Pptx = new("présentation PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    public static readonly FileType Odt = new("texte OpenDocument", "application/vnd.oasis.opendocument.text", ".odt");
    public static readonly FileType Ods = new("classeur OpenDocument", "application/vnd.oasis.opendocument.spreadsheet", ".ods");
    public static readonly FileType Odp = new("présentation OpenDocument", "application/vnd.oasis.opendocument.presentation", ".odp");
    public static readonly FileType Doc = new("ancien document Word", "application/msword", ".doc");
    public static readonly FileType Xls = new("ancien classeur Excel", "application/vnd.ms-excel", ".xls");
    public static readonly FileType Ppt = new("ancienne présentation PowerPoint", "application/vnd.ms-powerpoint", ".ppt");
    public static readonly FileType Csv = new("tableau CSV", "text/csv", ".csv") { IsText = true };
    public static readonly FileType Text = new("texte brut", "text/plain", ".txt") { IsText = true };

    /// <summary>An electronic invoice, accepted as such only.</summary>
    public static readonly FileType Xml = new("facture XML", "application/xml", ".xml");

    /// <summary>All that is accepted, for the page's own filter as well.</summary>
    public static readonly IReadOnlyList<FileType> All = [Pdf, Jpeg, Png, WebP, Tiff, Heic, Docx, Xlsx, Pptx, Odt, Ods, Odp, Doc, Xls, Ppt, Csv, Text];

    /// <summary>What is accepted, in a French sentence's own words.</summary>
    public const string Accepted =
        "un PDF, une image (JPEG, PNG, WebP, TIFF, HEIC), un document Word, Excel, PowerPoint ou OpenDocument sans macro, un fichier CSV ou texte";

    private FileType(string name, string mediaType, params string[] extensions)
    {
        Name = name;
        MediaType = mediaType;
        Extensions = extensions;
    }

    /// <summary>French name, without article: « image PNG ».</summary>
    public string Name { get; }

    /// <summary>Media type it is served under; texts are always UTF-8.</summary>
    public string MediaType { get; }

    /// <summary>Extensions it goes by, with their dot; the first is the usual one.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>The usual extension, with its dot.</summary>
    public string Extension => Extensions[0];

    /// <summary>Whether a browser draws it by itself, so that it may be shown in a locked-down frame; anything else is only downloaded.</summary>
    public bool ShowsInFrame { get; private init; }

    internal bool IsImage { get; private init; }

    /// <summary>Whether only its name tells it from another text.</summary>
    public bool IsText { get; private init; }

    /// <summary>The type of a media type kept earlier; null when it is none of these.</summary>
    public static FileType? Of(string mediaType) => All.Append(Xml).FirstOrDefault(type => type.MediaType == mediaType);

    internal bool GoesBy(string extension) => Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
