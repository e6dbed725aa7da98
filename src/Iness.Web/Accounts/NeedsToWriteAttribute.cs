using Iness.Casework.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Iness.Web.Accounts;

/// <summary>
/// The right that changing something on a page needs, where more people may read it than may change it: whoever lacks it reads the page
/// without its buttons, and what they would send is refused before it is read.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsToWriteAttribute(Right right) : Attribute, IAuthorizationFilter
{
    /// <summary>The right.</summary>
    public Right Right { get; } = right;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (request, user) = (context.HttpContext.Request, context.HttpContext.User);
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!reads && !user.Has(Right)) context.Result = new ForbidResult();
    }
}
