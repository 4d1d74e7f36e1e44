package dev.truce.tournament;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.Haggler;
import dev.truce.bots.bargain.Haggler.Publicity;
import dev.truce.bots.reference.Judgement;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Observation;
import java.util.Locale;

/** Bots that the gates of ruleset 3 measure with. They are no bots of the roster: each does one thing whatever it meets. */
final class ThirdProbes {
    private static final Terms RENEWAL = new Terms.Renewal(4, false);
    private static final int DUE = 1;

    /** Says yes to everything and never orders anything. */
    static final BotFactory YES =
            BotFactory.of("yes", seat -> seen -> new Decision(Orders.HOLD, null, offered -> true));

    /** Accepts the first package, then holds, and renews what runs out. */
    static final BotFactory ACCEPT_HOLD = BotFactory.of("accept-hold", seat -> new AcceptHold());

    /** Signs nothing and orders nothing. */
    static final BotFactory HOLD_ALL = BotFactory.of("hold-all", seat -> seen -> Decision.HOLD);

    private ThirdProbes() {}

    /** Returns the negotiator with another habit about accusations. */
    static BotFactory judging(Judgement judgement) {
        return BotFactory.of(
                "negotiator-" + judgement.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                seat -> Haggler.honest(seat, Publicity.CHOOSING, judgement));
    }

    /** Returns the negotiator with another habit about announcing. */
    static BotFactory announcing(Publicity publicity) {
        return BotFactory.of(
                "negotiator-" + publicity.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                seat -> Haggler.honest(seat, publicity, Judgement.BY_ODDS));
    }

    /** Returns the negotiator that misses one round, as if nobody sat there. */
    static BotFactory passing(int round) {
        BotFactory negotiator = Roster.find("negotiator").orElseThrow();
        return BotFactory.of("passing-" + round, seat -> {
            Negotiator bot = (Negotiator) negotiator.create(seat);
            return new Negotiator() {
                @Override
                public Decision decide(Observation seen, Talks talks) {
                    return seen.openRound() == round ? Decision.HOLD : bot.decide(seen, talks);
                }
            };
        });
    }

    private static final class AcceptHold implements Negotiator {
        private int agreements = -1;

        @Override
        public Decision decide(Observation seen, Talks talks) {
            if (agreements < 0) {
                agreements = seen.treaty().agreements();
            }
            boolean signed = seen.treaty().agreements() > agreements;
            int left = seen.treaty().truceUntil() - seen.openRound();
            AcceptanceRule rule = offered -> offered instanceof Terms.Package ? !signed : left <= DUE;
            return new Decision(Orders.HOLD, left >= 0 && left <= DUE ? RENEWAL : null, rule);
        }
    }
}
