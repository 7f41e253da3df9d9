using FacialParalysisSite.Content.FrontMatter;
using FacialParalysisSite.Content.People;

namespace FacialParalysisSite.Content.Articles;

/// <summary>A clinician's check of an article.</summary>
/// <param name="Reviewer">Who checked it.</param>
/// <param name="On">When.</param>
/// <param name="Due">The day from which it is due again, where one is set.</param>
public sealed record Review(Person Reviewer, ContentDate On, ContentDate? Due);
