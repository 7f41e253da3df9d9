using FacialParalysisSite.Content.Articles;

namespace FacialParalysisSite.Web.Pages.Shared;

/// <summary>Articles in rows.</summary>
/// <param name="Articles">The articles, in order.</param>
/// <param name="InTwo">Whether they stand in two columns where there is room.</param>
internal sealed record ArticleRows(IReadOnlyList<Article> Articles, bool InTwo = false);
