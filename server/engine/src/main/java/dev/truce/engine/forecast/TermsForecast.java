package dev.truce.engine.forecast;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.Ratification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What terms would lead to, beside what happens without them. In the open round the viewer's side orders its draft and the other one
 * holds; afterwards both follow one course in each future.
 *
 * @param ratification whether the terms would enter into force with the drafted orders of the open round, and if not, why not
 * @param treaty the treaty that the open round would leave
 * @param cheats what the other side orders in the first quarter if it cheats, in instrument order
 * @param kept with the terms, and both order just what their clauses ask for
 * @param cheated with the terms, and the other side cheats on its covert clauses; null if it has none
 * @param without without the terms, and nobody orders anything more
 * @param takesBack what the viewer's side orders in the first quarter if it takes back what costs it a red line and no clause asks for, in
 *     instrument order
 * @param takenBack with the terms, both order just what their clauses ask for, and the viewer's side takes that back; null if there is nothing
 *     to take back
 * @param held without the terms and without the draft, and nobody orders anything more; null if the draft is empty
 */
public record TermsForecast(
        Ratification ratification,
        Treaty treaty,
        List<Order> cheats,
        Future kept,
        @Nullable Future cheated,
        Future without,
        List<Order> takesBack,
        @Nullable Future takenBack,
        @Nullable Future held) {

    public TermsForecast {
        cheats = List.copyOf(cheats);
        takesBack = List.copyOf(takesBack);
    }

    /**
     * What follows on the open round.
     *
     * @param next the quarter after the open round
     * @param later the fourth quarter after it
     */
    public record Future(Outlook next, Outlook later) {}
}
