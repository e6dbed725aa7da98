namespace Iness.Casework.Documents.Kinds;

/// <summary>Tells what a file is by its content, and whether its name agrees. Nothing is unpacked beyond a few kilobytes.</summary>
public static class FileInspection
{
    private static readonly string[] MacroExtensions = [".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam"];

    /// <summary>Looks at a file.</summary>
    /// <param name="content">Its content, which can be read from any place.</param>
    /// <param name="typedName">Its name as the person gave it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FileAnswer> LookAsync(Stream content, string? typedName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var name = FileName.Clean(typedName);
        if (content.Length == 0) return Refuse(FileRefusal.Empty, name);
        if (MacroExtensions.Contains(FileName.ExtensionOf(name))) return Refuse(FileRefusal.Macros, name);
        var found = await FileSignature.RecogniseAsync(content, cancellationToken);
        return found.Type is { } type ? Name(type, name) : Refuse(found.Refusal, name);
    }

    /// <summary>A French sentence for a refusal that needs no look at the content.</summary>
    internal static FileAnswer.Refused Refuse(FileRefusal reason, string name) => new(reason, reason switch
    {
        FileRefusal.Empty => $"Le fichier « {name} » est vide : choisissez-en un autre.",
        FileRefusal.Damaged => $"Le fichier « {name} » est incomplet ou abîmé : vérifiez qu'il s'ouvre chez vous, puis envoyez-le de nouveau.",
        FileRefusal.Macros => $"Le fichier « {name} » peut contenir des macros : enregistrez-le sans macro, ou en PDF, puis envoyez-le de nouveau.",
        FileRefusal.Encrypted => $"Le fichier « {name} » est protégé par un mot de passe : retirez la protection, puis envoyez-le de nouveau.",
        _ when FileName.ExtensionOf(name) is ".csv" or ".txt" =>
            $"Le fichier « {name} » n'est pas un texte lisible : enregistrez-le avec l'encodage UTF-8, ou en PDF, puis envoyez-le de nouveau.",
        _ when FileType.All.FirstOrDefault(type => type.GoesBy(FileName.ExtensionOf(name))) is { } named => NotAsNamed(named, name),
        _ => $"Le fichier « {name} » n'est pas d'un type accepté : envoyez {FileType.Accepted}.",
    });

    private static FileAnswer Name(FileType type, string name)
    {
        var extension = FileName.ExtensionOf(name);
        // A text is whatever text its name says; anything but a table or plain text (a page, a script) is not accepted.
        if (type.IsText && extension.Length > 0 && !type.GoesBy(extension))
        {
            if (FileType.Csv.GoesBy(extension)) return new FileAnswer.Accepted(FileType.Csv, name);
            return FileType.All.FirstOrDefault(other => other.GoesBy(extension)) is { } named
                ? new FileAnswer.Refused(FileRefusal.WrongExtension, NotAsNamed(named, name))
                : Refuse(FileRefusal.NotAccepted, name);
        }

        if (type.GoesBy(extension)) return new FileAnswer.Accepted(type, name);
        // Browsers and phones often call an image by another image's extension.
        var isHarmless = extension.Length == 0 || (type.IsImage && FileType.All.Any(other => other.IsImage && other.GoesBy(extension)));
        if (!isHarmless) return WrongExtension(type, name, extension);
        var corrected = FileName.WithExtension(name, type.Extension);
        return new FileAnswer.Accepted(type, corrected, $"Le fichier « {name} » est de type {type.Name} : il est gardé sous le nom « {corrected} ».");
    }

    /// <summary>Renaming would not help: what the person wants to send has to be saved as its name says.</summary>
    private static string NotAsNamed(FileType named, string name) =>
        $"Le nom du fichier « {name} » finit par « {FileName.ExtensionOf(name)} », mais son contenu n'est pas de type {named.Name} : ouvrez-le dans le logiciel d'où il vient, enregistrez-le en PDF, puis envoyez-le de nouveau.";

    private static FileAnswer.Refused WrongExtension(FileType type, string name, string extension) => new(FileRefusal.WrongExtension,
        $"Le nom du fichier « {name} » finit par « {extension} », mais son contenu est de type {type.Name} : renommez-le avec l'extension « {type.Extension} », puis envoyez-le de nouveau.");
}
