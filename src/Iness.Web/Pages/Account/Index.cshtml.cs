using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Account;

/// <summary>One's own account.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel;
