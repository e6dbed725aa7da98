using Iness.Casework.Review.Worklist;
using Iness.Casework.Rights;
using Iness.Web.Accounts;

namespace Iness.Web.Pages.Officer.Worklist;

/// <summary>The list as a workbook.</summary>
[Needs(Right.ExportFiles)]
public sealed class ExportXlsxModel(ExportFiles export, TimeProvider time) : ExportPage(export, time, ExportFormat.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
