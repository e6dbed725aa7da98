using System.Globalization;
using System.Text;
using Iness.Casework.Archives;
using Iness.Casework.Control;
using Iness.Casework.Messages;
using Iness.Casework.Partners;
using Iness.Casework.Payments.Liquidation;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Demo;

/// <content>What the Région's people do once an aid is granted.</content>
internal sealed partial class DemoDesk
{
    /// <summary>Checks the account against its RIB.</summary>
    public Task CheckAccountAsync(int rank, string officer) => DoAsync<CheckBankAccount>(async (check, db) =>
    {
        var claim = await ClaimOfAsync(db, rank);
        var account = await db.BankAccounts.AsNoTracking().SingleAsync(found => found.Id == claim.BankAccountId, stop);
        return await check.ExecuteAsync(files[rank], account.Id, account.Version, people[officer], stop);
    });

    /// <summary>Retains every line, but for so many euros of the first, and prepares the payment.</summary>
    public async Task PreparePaymentAsync(int rank, string officer, int deducted = 0, string? why = null)
    {
        await CheckAccountAsync(rank, officer);
        await DoAsync<RetainLines>(async (retain, db) =>
        {
            var claim = await ClaimOfAsync(db, rank);
            var invoice = claim.Invoices.Single();
            return await retain.ExecuteAsync(
                files[rank], claim.Version, invoice.Id,
                [.. invoice.Lines.Select((line, i) => i == 0 && deducted > 0 ? new LineRetention(line.Id, line.Amount - Money.Euros(deducted), DeductionReason.NotGranted, why) : new LineRetention(line.Id, line.Amount, null, null))],
                people[officer], stop);
        });
        await DoAsync<PreparePayment>(async (prepare, db) => await prepare.ExecuteAsync(files[rank], (await ClaimOfAsync(db, rank)).Version, people[officer], stop));
    }

    /// <summary>Validates it, as a second person.</summary>
    public Task ValidatePaymentAsync(int rank) => DoAsync<ValidatePayment>(async (validate, db) => await validate.ExecuteAsync(files[rank], (await ClaimOfAsync(db, rank)).Version, people["responsable"], stop));

    /// <summary>Sends the preparation back.</summary>
    public Task SendBackPaymentAsync(int rank, string word) => DoAsync<ValidatePayment>(async (validate, db) => await validate.SendBackAsync(files[rank], (await ClaimOfAsync(db, rank)).Version, word, people["responsable"], stop));

    /// <summary>Asks for what a claim lacks, within so many days.</summary>
    public Task AskForPaymentAsync(int rank, string officer, int days, params DemandedItem[] items) => DoAsync<RequestPaymentItems>(async (ask, db) =>
        (await ask.ExecuteAsync(files[rank], (await ClaimOfAsync(db, rank)).Version, new(items, Today.AddDays(days), null, []), people[officer], stop)).Plain());

    /// <summary>Makes a batch of what is validated, of the budget year of a file, and takes it to the accountant.</summary>
    public async Task LiquidateAsync(int rank)
    {
        string? number = null;
        await DoAsync<MakeLiquidationBatch>(async (make, db) =>
        {
            var year = await db.Decisions.Where(decision => decision.ApplicationId == files[rank]).Select(decision => decision.BudgetYear).SingleAsync(stop);
            var made = await make.ExecuteAsync(year, people["finances"], stop);
            if (made.IsDone) number = made.Value.Number;
            return made.Plain();
        });
        await DoAsync<ExportLiquidationBatch>(async (export, _) => (await export.ExecuteAsync(number!, LiquidationFormat.Csv, people["finances"], stop)).Plain());
    }

    /// <summary>The accountant's answer: each file paid, or rejected for a reason.</summary>
    public Task ReturnAsync(params (int Rank, string? Rejection)[] answers) => DoAsync<ImportPaymentReturn>(async (import, db) =>
    {
        var file = new StringBuilder("dossier;montant;mandat;date_paiement;date_rejet;motif\n");
        foreach (var (rank, rejection) in answers)
        {
            var day = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var payable = (await ClaimOfAsync(db, rank)).Payable!.Value.ToEuros().ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
            file.Append(CultureInfo.InvariantCulture, $"{(await FileAsync(db, rank)).Number};{payable};{(rejection is null ? $"M-{rank:0000};{day};;" : $";;{day};{rejection}")}\n");
        }

        return (await import.ExecuteAsync($"retour-{Today:yyyyMMdd}.csv", Encoding.UTF8.GetBytes(file.ToString()), people["finances"], stop)).Plain();
    });

    /// <summary>Declares the aids granted so far to the national register, and notes its answers.</summary>
    public async Task DeclareAsync(params (int Rank, string? Refusal)[] answers)
    {
        await DoAsync<ExportDeclarations>(async (export, _) => (await export.ExecuteAsync(people["responsable"], stop)).Plain());
        foreach (var (rank, refusal) in answers)
        {
            await DoAsync<AnswerDeclaration>(async (answer, db) =>
            {
                var declaration = await db.AidDeclarations.AsNoTracking().SingleAsync(found => found.ApplicationId == files[rank], stop);
                return await answer.ExecuteAsync(declaration.Id, declaration.Version, new(refusal is null, refusal is null ? $"MIN-{rank:0000}" : null, refusal), people["responsable"], stop);
            });
        }
    }

    /// <summary>Draws a sample of the files paid in the last months, and ends their controls, which turn out well.</summary>
    public async Task SampleAsync(int months, int size)
    {
        await DoAsync<DrawSample>(async (draw, _) => (await draw.ExecuteAsync($"Premier tirage de {Today.Year}", Today.AddMonths(-months), Today, size, people["responsable"], stop)).Plain());
        for (var i = 0; i < size; i++)
        {
            await DoAsync<EndControl>(async (end, db) =>
            {
                var control = await db.FileControls.AsNoTracking().Where(found => found.EndedAt == null).OrderBy(found => found.Id).FirstAsync(stop);
                return await end.ExecuteAsync(control.Id, control.Version, new(ControlPlace.Desk, Today, "Factures et relevés rapprochés : rien à reprendre.", ControlOutcome.Compliant, []), people["instructeur-2"], stop);
            });
        }
    }

    /// <summary>Opens a control that somebody chose to make.</summary>
    public Task ControlAsync(int rank, string officer, string why) => DoAsync<OpenControl>(async (open, _) => (await open.ExecuteAsync(files[rank], ControlOrigin.Chosen, why, people[officer], stop)).Plain());

    /// <summary>Closes a paid file.</summary>
    public Task CloseAsync(int rank, string officer) => WriteAsync<CloseFile>(rank, (close, file) => close.ExecuteAsync(file.Id, file.Version, people[officer], stop));

    /// <summary>Archives a closed one.</summary>
    public Task ArchiveAsync(int rank) => DoAsync<ArchiveFile>(async (archive, _) => (await archive.ExecuteAsync(files[rank], people["responsable"], stop)).Plain());

    /// <summary>Opens a reduction or a recovery, the beneficiary to be heard within so many days.</summary>
    public Task OpenRecoveryAsync(int rank, string officer, RecoveryKind kind, int euros, int days, string provision, string grounds) => WriteAsync<OpenRecovery>(rank, async (open, file) =>
        (await open.ExecuteAsync(file.Id, file.Version, new(kind, Money.Euros(euros), grounds, provision, Today.AddDays(days)), people[officer], stop)).Plain());

    /// <summary>Decides it.</summary>
    public Task DecideRecoveryAsync(int rank) => DoAsync<DecideRecovery>(async (decide, db) =>
    {
        var recovery = await RecoveryAsync(db, rank);
        return await decide.ExecuteAsync(recovery.Id, recovery.Version, people["signataire"], stop);
    });

    /// <summary>Some of it is repaid.</summary>
    public Task RepayAsync(int rank, int euros, string reference) => DoAsync<RecordRepayment>(async (record, db) =>
    {
        var recovery = await RecoveryAsync(db, rank);
        return (await record.ExecuteAsync(recovery.Id, recovery.Version, Today, Money.Euros(euros), reference, people["finances"], stop)).Plain();
    });

    /// <summary>Opens the API to a tool of the Région.</summary>
    public Task OpenApiAsync(string name) => DoAsync<CreateAccessToken>(async (create, _) => (await create.ExecuteAsync(name, [TokenScope.Applications.Name], 180, people["responsable"], stop)).Plain());

    private Task<Recovery> RecoveryAsync(InessDbContext db, int rank) => db.Recoveries.AsNoTracking().SingleAsync(found => found.ApplicationId == files[rank], stop);
}
