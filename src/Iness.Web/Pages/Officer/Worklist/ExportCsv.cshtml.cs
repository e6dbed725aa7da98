using Iness.Casework.Review.Worklist;
using Iness.Casework.Rights;
using Iness.Web.Accounts;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>The list as text that a spreadsheet opens.</summary>
[Needs(Right.ExportFiles)]
public sealed class ExportCsvModel(ExportFiles export, TimeProvider time) : ExportPage(export, time, ExportFormat.Csv, "text/csv; charset=utf-8");
