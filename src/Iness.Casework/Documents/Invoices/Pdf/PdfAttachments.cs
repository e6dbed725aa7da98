using System.Text;

namespace Iness.Casework.Documents.Invoices.Pdf;

/// <summary>A file enclosed in a PDF.</summary>
/// <param name="Names">What it is called, in the different places where it is.</param>
/// <param name="Content">Its bytes, still packed.</param>
internal sealed record PdfAttachment(IReadOnlyList<string> Names, PdfStream Content);

/// <summary>Finds the files enclosed in a PDF: in its tree of names, or associated with the document, or both.</summary>
internal sealed class PdfAttachments(PdfFile file)
{
    private const int Most = 100;
    private static readonly string[] ContentKeys = ["UF", "F", "Unix", "DOS"];
    private readonly HashSet<int> seen = [];
    private readonly List<PdfAttachment> found = [];
    private int count;

    public static IReadOnlyList<PdfAttachment> In(PdfFile file)
    {
        var attachments = new PdfAttachments(file);
        attachments.AddAssociated();
        attachments.AddNamed();
        return attachments.found;
    }

    private void AddAssociated()
    {
        switch (file.Resolve(file.Catalog["AF"]))
        {
            case PdfArray array:
                foreach (var one in array.Items) Add(one, null);
                break;
            case PdfDictionary:
                Add(file.Catalog["AF"], null);
                break;
        }
    }

    /// <summary>Goes down the tree of names, each branch once: a hostile one turns in circles.</summary>
    private void AddNamed()
    {
        var branches = new Stack<PdfValue?>([(file.Resolve(file.Catalog["Names"]) as PdfDictionary)?["EmbeddedFiles"]]);
        while (branches.TryPop(out var branch))
        {
            if (branch is PdfReference reference && !seen.Add(reference.Number)) continue;
            if (file.Resolve(branch) is not PdfDictionary node) continue;
            if (file.Resolve(node["Names"]) is PdfArray names)
            {
                for (var i = 0; i + 1 < names.Items.Count; i += 2) Add(names.Items[i + 1], file.Resolve(names.Items[i]));
            }

            if (file.Resolve(node["Kids"]) is not PdfArray kids) continue;
            foreach (var kid in kids.Items) branches.Push(kid);
        }
    }

    private void Add(PdfValue? specification, PdfValue? key)
    {
        if (specification is PdfReference reference && !seen.Add(reference.Number)) return;
        if (++count > Most) throw new UnreadableInvoiceException($"contient plus de {Most} fichiers joints : une facture Factur-X n'en contient que quelques-uns.");
        if (file.Resolve(specification) is not PdfDictionary described || file.Resolve(described["EF"]) is not PdfDictionary enclosed) return;
        var content = ContentKeys.Select(entry => enclosed[entry] is { } one ? file.Resolve(one) : null).OfType<PdfStream>().FirstOrDefault();
        if (content is null) return;
        found.Add(new([.. new[] { file.Resolve(described["UF"]), file.Resolve(described["F"]), key }.OfType<PdfString>().Select(NameOf).Distinct()], content));
    }

    /// <summary>The last part of the name, in lower case.</summary>
    private static string NameOf(PdfString text)
    {
        var name = text.Bytes switch
        {
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            var bytes => Encoding.Latin1.GetString(bytes),
        };
        return name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..].Trim('\0', ' ').ToLowerInvariant();
    }
}
