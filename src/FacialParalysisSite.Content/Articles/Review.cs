using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Articles;

/// <summary>A clinician's check of what a page says about medicine.</summary>
/// <param name="Reviewer">Who checked it.</param>
/// <param name="On">When.</param>
/// <param name="Due">The day from which it is due again.</param>
public sealed record Review(Person Reviewer, ContentDate On, ContentDate Due);
