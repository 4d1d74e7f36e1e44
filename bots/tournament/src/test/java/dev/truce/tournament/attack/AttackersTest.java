package dev.truce.tournament.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.bots.response.Cheat;
import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import dev.truce.tournament.attack.Attackers.Attacker;
import dev.truce.tournament.row.AttackRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackersTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025R2());
    private static final Rules THIRD = Rules.of(Scenarios.busan2025());
    private static final int ROUNDS = 12;
    private static final int LATE = 10;
    private static final int MATCHES = 6;
    private static final BotFactory HONEST = Roster.find("negotiator").orElseThrow();

    /** A clause of the cheat that binds in a round, and how it stands there. */
    private record Bound(int round, Clause clause, int level, double gap, boolean line) {
        boolean isCovert() {
            return clause.instrument().isCovert();
        }

        boolean isGivenUp() {
            int start = RULES.scenario().spec(clause.instrument()).start();
            return isCovert() ? level <= start : level >= start;
        }
    }

    private static List<Bound> bounds(Cheat cheat) {
        BotFactory bot = cheat.of(HONEST);
        List<Bound> bounds = new ArrayList<>();
        for (Side side : Side.values()) {
            for (long seed = 0; seed < MATCHES; seed++) {
                MatchSetup setup = new MatchSetup(
                        seed, new Horizon.Fixed(ROUNDS), RULES.scenario().calendar(), Conditions.PLAY);
                Pairing pairing = side == Side.US
                        ? new Pairing(bot, HONEST, BotSeat.seedOf(seed, BotSeat.HEAD), Limits.STEPS_A_ROUND)
                        : new Pairing(HONEST, bot, BotSeat.seedOf(seed, BotSeat.HEAD), Limits.STEPS_A_ROUND);
                Played played = new InProcessMatch(RULES).play(setup, pairing, Recording.NONE);
                assertThat(played.us().faults()).isEmpty();
                assertThat(played.cn().faults()).isEmpty();
                played.reports().forEach(report -> bounds.addAll(bounds(report, side)));
            }
        }
        return bounds;
    }

    private static List<Bound> bounds(RoundReport report, Side side) {
        List<Instrument> lines = report.side(side).redLines();
        List<Bound> bounds = new ArrayList<>();
        for (Instrument instrument : Instrument.of(side)) {
            Clause clause = report.treaty().binding(instrument, report.round());
            if (clause != null) {
                int level = report.after().get(instrument);
                double gap = instrument.isCovert() ? Shortfall.gap(RULES.mapping(), clause, level) : 0;
                bounds.add(new Bound(report.round(), clause, level, gap, lines.contains(instrument)));
            }
        }
        return bounds;
    }

    private static boolean isPace(Bound bound) {
        return bound.clause().instrument().id().endsWith("licence_pace");
    }

    @ParameterizedTest
    @EnumSource(value = Cheat.class, names = "PRETEXT", mode = EnumSource.Mode.EXCLUDE)
    void eachCheatDeliversLessWhereItSaysSo(Cheat cheat) {
        Predicate<Bound> touched = switch (cheat) {
            case ONE_NOTCH_SHORT -> Bound::isCovert;
            case PACE_SHORT -> AttackersTest::isPace;
            case SECRET_LINES -> bound -> bound.isCovert() && bound.line();
            case PUBLIC_LINES -> bound -> !bound.isCovert() && bound.line();
            case NOTHING_LATE -> bound -> bound.isCovert() && bound.round() >= LATE;
            case NOTHING_LAST -> bound -> bound.isCovert() && bound.round() == ROUNDS;
            case PRETEXT -> throw new IllegalArgumentException("needs accusations");
        };
        Predicate<Bound> wrong = switch (cheat) {
            case ONE_NOTCH_SHORT, PACE_SHORT -> bound -> bound.gap() < 1;
            case SECRET_LINES, PUBLIC_LINES -> bound -> !bound.isGivenUp();
            case NOTHING_LATE, NOTHING_LAST -> bound -> bound.level() != 0;
            case PRETEXT -> throw new IllegalArgumentException("needs accusations");
        };
        List<Bound> all = bounds(cheat);
        List<Bound> where = all.stream().filter(touched).toList();
        assertThat(where).isNotEmpty();
        assertThat(where).noneMatch(wrong);
    }

    /** By the third ruleset: whatever the odds, it suspends once its red lines cost more than a suspension, and takes them back. */
    @Test
    void aPretextSuspendsAndTakesBackRedLines() {
        int suspended = 0;
        int takenBack = 0;
        for (Side side : Side.values()) {
            for (long seed = 0; seed < 4 * MATCHES; seed++) {
                BotFactory bot = Cheat.PRETEXT.of(HONEST);
                BotFactory other = Roster.find("opport").orElseThrow();
                Pairing pairing = new Pairing(
                        side == Side.US ? bot : other,
                        side == Side.US ? other : bot,
                        BotSeat.seedOf(seed, BotSeat.HEAD),
                        Limits.STEPS_A_ROUND);
                Played played = new InProcessMatch(THIRD).play(THIRD.setup(seed), pairing, Recording.NONE);
                assertThat(played.us().refused()).isEmpty();
                assertThat(played.cn().refused()).isEmpty();
                for (RoundReport report : played.reports()) {
                    if (report.side(side).decisions().choice() == AccusationChoice.SUSPEND) {
                        suspended++;
                        takenBack += (int) bounds(report, side).stream()
                                .filter(bound -> bound.line() && bound.isGivenUp())
                                .count();
                    }
                }
            }
        }
        assertThat(suspended).isPositive();
        assertThat(takenBack).isPositive();
    }

    /** Where the end is hidden, a cheat of the last round never comes to it: then all of its rows would be 0. */
    @Test
    void aCheatOfTheLastRoundIsMeasuredWhereTheEndIsKnown() {
        List<Attacker> last = Attackers.cheats().stream()
                .filter(attacker -> attacker.family().equals(Cheat.NOTHING_LAST.word()))
                .toList();
        assertThat(last).isNotEmpty().allMatch(Attacker::needsKnownEnd);
        List<AttackRow> rows = new AttackStudy(RULES, List.of(HONEST), 1, 8)
                .against("match", List.of(new Attacker("last", Cheat.NOTHING_LAST.of(HONEST), true)));
        assertThat(rows).hasSize(2);
        assertThat(rows).noneMatch(row -> row.gain().mean() == 0);
    }

    @Test
    void theGridHasEveryTasteOnceAndNamesThatDiffer() {
        List<Attacker> all = Attackers.all();
        Map<String, Long> families =
                all.stream().collect(Collectors.groupingBy(Attacker::family, Collectors.counting()));
        assertThat(families).hasSize(1 + Cheat.values().length).containsEntry("step-grid", 144L);
        assertThat(new HashSet<>(all.stream().map(each -> each.bot().name()).toList()))
                .hasSameSizeAs(all);
    }

    /** An attacker that is the best bot itself gains exactly nothing over it. */
    @Test
    void whoPlaysAsTheBestOfThePoolGainsNothing() {
        List<BotFactory> pool = List.of(HONEST, Roster.find("hawk").orElseThrow());
        List<AttackRow> rows = new AttackStudy(RULES, pool, 1, 8)
                .against("match", List.of(new Attacker("same", HONEST), new Attacker("bad", pool.get(1))));
        assertThat(rows).hasSize(4);
        for (AttackRow row : rows) {
            assertThat(row.best()).isEqualTo("negotiator");
            if (row.family().equals("same")) {
                assertThat(row.gain().mean()).isZero();
            } else {
                assertThat(row.gain().high()).isNegative();
            }
        }
    }
}
