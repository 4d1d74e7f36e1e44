package dev.truce.bots.minds;

import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.view.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round as it opened for a bot.
 *
 * @param seen what it saw
 * @param heard what it had heard
 * @param said what it had offered in the round before, or null
 * @param legalForOther what the other side might order
 */
record SearchRound(Observation seen, Talks heard, @Nullable Terms said, List<LegalLevels> legalForOther) {
    SearchRound {
        legalForOther = List.copyOf(legalForOther);
    }

    int round() {
        return seen.openRound();
    }
}
