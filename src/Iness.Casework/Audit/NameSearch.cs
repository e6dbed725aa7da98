using System.Linq.Expressions;
using System.Reflection;
using Iness.Casework.Accounts;

namespace Iness.Casework.Audit;

/// <summary>Finds people by a part of their name, whatever the accents and capitals, in the database.</summary>
internal static class NameSearch
{
    private const string Accented = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸàâäçéèêëîïôöùûüÿ";
    private const string Plain = "aaaceeeeiioouuuyaaaceeeeiioouuuy";
    private static readonly MethodInfo Replace = typeof(string).GetMethod(nameof(string.Replace), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo Lower = typeof(string).GetMethod(nameof(string.ToLower), [])!;
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;

    /// <summary>Whether a name has this text in it.</summary>
    public static Expression<Func<Account, bool>> Has(string text)
    {
        // Neither database lowers an accented capital by itself everywhere: each letter is replaced.
        Expression<Func<Account, string>> name = account => (account.GivenName + " " + account.FamilyName).Replace("-", " ").Replace("'", " ").Replace("’", " ");
        var plain = Accented.Zip(Plain).Aggregate(name.Body, (body, pair) => Expression.Call(body, Replace, Expression.Constant(pair.First.ToString()), Expression.Constant(pair.Second.ToString())));
        var wanted = string.Concat(text.Select(c => Accented.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? Plain[at] : c is '-' or '\'' or '’' ? ' ' : char.ToLowerInvariant(c)));
        Expression<Func<string>> sought = () => wanted;
        return Expression.Lambda<Func<Account, bool>>(Expression.Call(Expression.Call(plain, Lower), Contains, sought.Body), name.Parameters);
    }
}
