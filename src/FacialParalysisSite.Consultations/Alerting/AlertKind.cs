namespace FacialParalysisSite.Consultations.Alerting;

/// <summary>What can be wrong in such a way that somebody must be told.</summary>
internal enum AlertKind
{
    /// <summary>The database cannot be written: no request can be taken, and no mail sent.</summary>
    Database,

    /// <summary>There is no room for more requests.</summary>
    Room,

    /// <summary>A mail to the clinic has been waiting for too long.</summary>
    LateMail,

    /// <summary>A mail to the clinic was given up.</summary>
    AbandonedMail,

    /// <summary>A mail to the clinic cannot be opened, because its key is missing or it is damaged.</summary>
    UnopenedMail,

    /// <summary>Nobody sends the mails owed.</summary>
    Outbox,

    /// <summary>What people wrote is not wiped in time.</summary>
    Upkeep,

    /// <summary>Somebody was asked to call, because a request could not be taken.</summary>
    Refusals,

    /// <summary>Somebody takes away the site's files while it runs.</summary>
    Harm,

    /// <summary>The site began a new database, which is a loss where it is no first start.</summary>
    NewDatabase,

    /// <summary>Nobody knows what is wrong, because looking for it fails.</summary>
    Watch,
}
