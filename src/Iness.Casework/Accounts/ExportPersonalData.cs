using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>Gives a person all that is known of them, and nothing of anybody else: a ZIP with « donnees.json » and the documents they gave.</summary>
public sealed class ExportPersonalData(InessDbContext db, IDocumentStore store, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the ZIP as it goes, never whole in memory.</summary>
    public async Task ExecuteAsync(Guid accountId, Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var documents = new List<object>();
        var given = await db.Documents.AsNoTracking().Where(document => document.UploadedBy == accountId).OrderBy(document => document.Id).ToListAsync(cancellationToken);
        foreach (var document in given)
        {
            var name = $"documents/{documents.Count + 1:000}-{FileName.Clean(document.FileName)}";
            var isThere = await CopyAsync(zip, document, name, cancellationToken);
            documents.Add(new
            {
                demande = document.ApplicationId,
                nature = document.Kind,
                nom = document.FileName,
                octets = document.Length,
                sha256 = document.Sha256,
                depose = document.UploadedAt,
                retire = document.RemovedAt,
                fichier = isThere ? name : null,
            });
        }

        await using var json = await OpenAsync(zip, "donnees.json", cancellationToken);
        await JsonSerializer.SerializeAsync(json, await DataAsync(accountId, documents, cancellationToken), Readable, cancellationToken);
    }

    private async Task<object> DataAsync(Guid accountId, List<object> documents, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(found => found.Id == accountId, cancellationToken);
        var memberships = await db.Memberships.Where(found => found.AccountId == accountId).OrderBy(found => found.JoinedAt)
            .Select(found => new { siren = found.Organisation!.Siren, nom = found.Organisation.Name, depuis = found.JoinedAt, jusqua = found.LeftAt }).ToListAsync(cancellationToken);
        var sessions = await db.Sessions.Where(found => found.AccountId == accountId).OrderBy(found => found.StartedAt)
            .Select(found => new { navigateur = found.Browser, ouverte = found.StartedAt, vue = found.LastSeenAt, fermee = found.EndedAt }).ToListAsync(cancellationToken);
        // The titles of applications, and what colleagues typed in them, are not this person's.
        var answers = await db.Answers.AsNoTracking().Where(found => found.SavedBy == accountId || found.OtherBy == accountId).OrderBy(found => found.Key).ToListAsync(cancellationToken);
        var messages = await db.Messages.AsNoTracking().Where(found => found.AuthorId == accountId).OrderBy(found => found.Id).ToListAsync(cancellationToken);
        var ids = answers.Select(answer => answer.ApplicationId).Concat(messages.Select(message => message.ApplicationId)).Distinct().ToList();
        var applications = await db.Applications.AsNoTracking()
            .Where(found => found.CreatedBy == accountId || found.ContactId == accountId || ids.Contains(found.Id)).OrderBy(found => found.CreatedAt).ToListAsync(cancellationToken);
        return new
        {
            date = time.Instant(),
            compte = new
            {
                id = account.Id,
                prenom = account.GivenName,
                nom = account.FamilyName,
                courriel = account.Email,
                telephone = account.PhoneNumber,
                role = account.Role.InFrench(),
                ouvert = account.CreatedAt,
                derniere_connexion = account.LastSignInAt,
            },
            structures = memberships,
            sessions,
            demandes = applications.ConvertAll(application => new
            {
                id = application.Id,
                numero = application.Number,
                creee = application.CreatedAt,
                par_vous = application.CreatedBy == accountId,
                suivie_par_vous = application.ContactId == accountId,
                reponses = answers.FindAll(answer => answer.ApplicationId == application.Id).ConvertAll(answer => new
                {
                    champ = answer.Key,
                    valeur = answer.SavedBy == accountId ? answer.Value : null,
                    autre_valeur = answer.OtherBy == accountId ? answer.OtherValue : null,
                }),
                messages = messages.FindAll(message => message.ApplicationId == application.Id).ConvertAll(message => new { envoye = message.SentAt, texte = message.Body }),
            }),
            documents,
        };
    }

    private async Task<bool> CopyAsync(ZipArchive zip, StoredDocument document, string name, CancellationToken cancellationToken)
    {
        // An infected file is named, not handed out; one that the retention job has erased is gone.
        if (document.Scan == ScanState.Infected || await store.OpenAsync(document.StorageKey, cancellationToken) is not { } content) return false;
        await using (content)
        {
            await using var entry = await OpenAsync(zip, name, cancellationToken);
            await content.CopyToAsync(entry, cancellationToken);
        }

        return true;
    }

    private Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = time.GetUtcNow();
        return entry.OpenAsync(cancellationToken);
    }
}
