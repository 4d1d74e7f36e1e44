package dev.truce.engine.forecast;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.report.Ratification;

/**
 * What terms would lead to, beside what happens without them. With them both sides hold in the open round and afterwards order
 * just what their clauses ask for; without them nobody orders anything more.
 *
 * @param ratification whether the terms would enter into force with the drafted orders of the open round, and if not, why not
 * @param treaty the treaty that the open round would leave
 * @param withNext the quarter after the open round, with the terms
 * @param withLater the fourth quarter after it, with the terms
 * @param withoutNext the quarter after the open round, without them
 * @param withoutLater the fourth quarter after it, without them
 */
public record TermsForecast(
        Ratification ratification,
        Treaty treaty,
        Outlook withNext,
        Outlook withLater,
        Outlook withoutNext,
        Outlook withoutLater) {}
