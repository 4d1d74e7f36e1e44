package dev.truce.tournament;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Talks;
import dev.truce.bot.local.Played;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;

/** Whether the odds that accusers are told come true: accusations of matches of a pool, with what the accuser knew and what was so. */
final class OddsStudy {
    private static final double EVEN = .5;
    private static final int DECILES = 10;
    private static final double LEAST_GUESS = .02;
    private static final double MOST_GUESS = .98;

    private final List<Accusation> accusations = new ArrayList<>();
    private int matches;

    /**
     * An accusation on which somebody had to decide.
     *
     * @param accused side
     * @param ratio by how much what the accuser knew spoke for guilt rather than for innocence
     * @param guilty whether it was true
     */
    private record Accusation(Side accused, double ratio, boolean guilty) {
        double odds(double guess) {
            double guilt = guess * ratio;
            return Double.isInfinite(ratio) ? 1 : guilt / (guilt + 1 - guess);
        }
    }

    /** What a seat could know when it had to decide. */
    private record Asked(int round, Instrument accused, double even) {}

    /** Lets every bot play every other in both seats. */
    OddsStudy(Rules rules, List<BotFactory> bots, long first, int seeds) {
        TrainingMatches player = new TrainingMatches(rules);
        for (BotFactory us : bots) {
            for (BotFactory cn : bots) {
                for (int i = 0; i < seeds; i++) {
                    play(player, first + i, us, cn);
                }
            }
        }
    }

    private void play(TrainingMatches player, long seed, BotFactory us, BotFactory cn) {
        List<Asked> asked = new ArrayList<>();
        Played played = player.play(seed, watched(us, asked), watched(cn, asked));
        for (Asked each : asked) {
            Side side = each.accused().holder();
            boolean guilty = played.reports().get(each.round() - 2).side(side).accusedReally();
            accusations.add(new Accusation(side, each.even() / (1 - each.even()), guilty));
        }
        matches++;
    }

    private static BotFactory watched(BotFactory bot, List<Asked> asked) {
        return BotFactory.of(bot.name(), seat -> new Watched(seat, bot.create(seat), asked));
    }

    /** Plays as another bot does, and keeps what the seat could know. */
    private static final class Watched implements Bot {
        private final Bot bot;
        private final Side side;
        private final List<Asked> asked;
        private Suspicion known;

        Watched(BotSeat seat, Bot bot, List<Asked> asked) {
            this.bot = bot;
            this.asked = asked;
            side = seat.side();
            known = Suspicion.start(StrategyTables.of(seat.scenario()).rules());
        }

        @Override
        public Decision decide(Observation seen) {
            return decide(seen, Talks.NONE);
        }

        @Override
        public Decision decide(Observation seen, Talks talks) {
            known = known.after(seen.last());
            Instrument accused = seen.accusedOn(side.other());
            if (accused != null) {
                asked.add(new Asked(seen.openRound(), accused, known.ofGuilt(accused, EVEN)));
            }
            return bot.decide(seen, talks);
        }
    }

    int matches() {
        return matches;
    }

    private List<Accusation> of(Side side) {
        return accusations.stream().filter(each -> each.accused() == side).toList();
    }

    int count(Side side) {
        return of(side).size();
    }

    /** Returns which share of the accusations of a side was true. */
    double share(Side side) {
        return of(side).stream()
                .mapToInt(each -> each.guilty() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Returns the Brier score of the odds that a guess leads to: the mean square of what they are off. */
    double brier(Side side, double guess) {
        return of(side).stream()
                .mapToDouble(each -> {
                    double off = each.odds(guess) - (each.guilty() ? 1 : 0);
                    return off * off;
                })
                .average()
                .orElse(0);
    }

    /** Returns the Brier score of who always names the share. */
    double baseBrier(Side side) {
        return share(side) * (1 - share(side));
    }

    /** Returns the guess, in hundredths, with the smallest Brier score. */
    double fitted(Side side) {
        double best = LEAST_GUESS;
        for (double guess = LEAST_GUESS; guess <= MOST_GUESS; guess += .01) {
            best = brier(side, guess) < brier(side, best) ? guess : best;
        }
        return Math.round(best * 100) / 100.0;
    }

    /** Returns for each tenth of the accusations, by their odds, the mean odds and the share that was true. */
    List<double[]> deciles(Side side, double guess) {
        List<double[]> sorted = new ArrayList<>();
        of(side).forEach(each -> sorted.add(new double[] {each.odds(guess), each.guilty() ? 1 : 0}));
        sorted.sort((one, other) -> Double.compare(one[0], other[0]));
        List<double[]> deciles = new ArrayList<>();
        for (int tenth = 0; tenth < DECILES; tenth++) {
            List<double[]> part =
                    sorted.subList(tenth * sorted.size() / DECILES, (tenth + 1) * sorted.size() / DECILES);
            double odds = part.stream().mapToDouble(each -> each[0]).average().orElse(0);
            double share = part.stream().mapToDouble(each -> each[1]).average().orElse(0);
            deciles.add(new double[] {odds, share});
        }
        return deciles;
    }
}
