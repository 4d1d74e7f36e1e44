package dev.truce.tournament;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.ValueOffers;
import dev.truce.bots.strategy.Matcher;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.bargain.InformedDeal;
import dev.truce.engine.board.BySide;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.redline.RedLineDraw;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.view.Observation;
import org.jspecify.annotations.Nullable;

/** Bots that the gates of ruleset 2 measure with. They are no bots of the roster: each does one thing whatever it meets. */
final class Probes {
    /** Accepts the first package, then only renewals of what runs out, and never orders anything. */
    static final BotFactory ACCEPT_AND_HOLD = BotFactory.of("accept-and-hold", seat -> new AcceptAndHold());

    /** Keeps the truce in public and does nothing that it pledged covertly. */
    static final BotFactory COVERT =
            ReferenceBot.factory("covert", seat -> seen -> new Stance(new Posture(2, 1, 0, 0), Stance.THE_TRUCE));

    /** Presses in every round and does nothing that it pledged covertly. */
    static final BotFactory PRESSING =
            ReferenceBot.factory("pressing", seat -> seen -> new Stance(new Posture(3, 2, 0, 1), Stance.THE_TRUCE));

    private Probes() {}

    /** Returns the bot that knows the red lines of both sides in the match of a seed, and else plays as MATCH does. */
    static BotFactory informed(long seed) {
        return BotFactory.of(
                "informed",
                seat -> new ReferenceBot(
                        seat,
                        new Matcher(seat),
                        ReferenceBot.packages(seat).legal(),
                        new Informed(seat, new KnownLines(seat.scenario().redLines(), seed))));
    }

    private static final class AcceptAndHold implements Negotiator {
        private static final int DUE = 1;
        private int agreements = -1;

        @Override
        public Decision decide(Observation seen, Talks talks) {
            if (agreements < 0) {
                agreements = seen.treaty().agreements();
            }
            boolean signed = seen.treaty().agreements() > agreements;
            boolean due = seen.treaty().roundsLeft(seen.openRound()) <= DUE;
            AcceptanceRule rule = offered -> offered instanceof Terms.Package ? !signed : due;
            return new Decision(Orders.HOLD, null, rule);
        }
    }

    /** The lines of both sides, drawn once more from the seed of the match. */
    private static final class KnownLines {
        private final RedLineRules rules;
        private final Draws draws;
        private RedLines now;
        private int round = 1;

        KnownLines(RedLineRules rules, long seed) {
            this.rules = rules;
            draws = new Draws(seed);
            now = RedLineDraw.first(rules, draws);
        }

        RedLines in(int wanted) {
            while (round < wanted) {
                round++;
                if (rules.isDate(round)) {
                    now = RedLineDraw.redrawn(rules, draws, now, round);
                }
            }
            return now;
        }
    }

    private static final class Informed extends ValueOffers {
        private static final double ACCEPTED = .02;
        private final KnownLines lines;
        private final InformedDeal deal;

        Informed(BotSeat seat, KnownLines lines) {
            super(seat.scenario(), seat.side());
            this.lines = lines;
            deal = new InformedDeal(seat.scenario(), values);
        }

        @Override
        protected Terms.@Nullable Package best(Observation seen) {
            RedLines known = lines.in(seen.openRound());
            if (!known.of(side).equals(seen.redLines())) {
                throw new IllegalStateException("drew " + known + ", the match has " + seen.redLines());
            }
            BySide<double[]> guarded = BySide.each(each -> DealValues.known(known.of(each)));
            return deal.best(seen.treaty(), seen.openRound(), mayOpenChapter(seen), guarded);
        }

        @Override
        public AcceptanceRule acceptance(Observation seen, int level) {
            return level == Stance.NOTHING
                    ? AcceptanceRule.NEVER
                    : offered -> offered instanceof Terms.Package ? gain(after(seen, offered)) > ACCEPTED : isDue(seen);
        }
    }
}
