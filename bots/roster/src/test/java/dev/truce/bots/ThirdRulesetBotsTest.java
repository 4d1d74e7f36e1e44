package dev.truce.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.reference.Judgement;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bots play the third ruleset: accusations, agreements on top of the truce, texts of their own, publicity. */
class ThirdRulesetBotsTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int MATCHES = 8;
    private static final double GUESS = .1;

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    private static Played play(BotFactory us, BotFactory cn, long seed) {
        Pairing pairing = new Pairing(us, cn, BotSeat.seedOf(seed, BotSeat.HEAD), 10_000);
        Played played = new InProcessMatch(RULES).play(RULES.setup(seed), pairing, Recording.NONE);
        assertThat(played.us().refused()).isEmpty();
        assertThat(played.cn().refused()).isEmpty();
        assertThat(played.us().faults()).isEmpty();
        assertThat(played.cn().faults()).isEmpty();
        return played;
    }

    private static List<String> roster() {
        return Roster.names();
    }

    @ParameterizedTest
    @MethodSource("roster")
    void noBotOfTheRosterDoesWhatIsRefused(String name) {
        play(bot(name), bot("negotiator"), 3);
        play(bot("stepper"), bot(name), 4);
    }

    /** Looks at each decision of a bot, with what it saw. */
    private static BotFactory watched(BotFactory bot, BiConsumer<Observation, Decision> watcher) {
        return BotFactory.of(bot.name(), seat -> {
            Negotiator inner = (Negotiator) bot.create(seat);
            return new Negotiator() {
                @Override
                public Decision decide(Observation seen, Talks talks) {
                    Decision decision = inner.decide(seen, talks);
                    watcher.accept(seen, decision);
                    return decision;
                }
            };
        });
    }

    private static AccusationChoice choice(Decision decision) {
        List<AccusationChoice> choices = decision.dealings().stream()
                .filter(Deed.Judge.class::isInstance)
                .map(deed -> ((Deed.Judge) deed).choice())
                .toList();
        assertThat(choices).hasSizeLessThan(2);
        return choices.isEmpty() ? AccusationChoice.REST : choices.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "BY_ODDS, 0, REST",
        "BY_ODDS, .299, REST",
        "BY_ODDS, .3, INSPECT",
        "BY_ODDS, .899, INSPECT",
        "BY_ODDS, .9, SUSPEND",
        "BY_ODDS, 1, SUSPEND",
        "REST, 1, REST",
        "INSPECT, 0, INSPECT",
        "SUSPEND, 0, SUSPEND"
    })
    void aJudgementFollowsTheOdds(Judgement judgement, double odds, AccusationChoice choice) {
        assertThat(judgement.of(odds)).isEqualTo(choice);
    }

    @ParameterizedTest
    @CsvSource({"negotiator, BY_ODDS", "match, BY_ODDS", "audit, BY_ODDS", "hawk, SUSPEND", "truce, REST", "dove, REST"
    })
    void eachDecidesOnAccusationsByWhatItMayKnow(String name, Judgement judgement) {
        int[] judged = new int[1];
        for (Side side : Side.values()) {
            for (long seed = 0; seed < MATCHES; seed++) {
                List<Suspicion> known = new ArrayList<>(List.of(Suspicion.start(RULES)));
                BotFactory watched = watched(bot(name), (seen, decision) -> {
                    if (seen.last() != null) {
                        known.add(known.get(known.size() - 1).after(seen.last()));
                    }
                    Instrument accused = seen.accusedOn(side.other());
                    double odds =
                            accused == null ? 0 : known.get(known.size() - 1).ofGuilt(accused, GUESS);
                    judged[0] += accused == null ? 0 : 1;
                    assertThat(choice(decision))
                            .isEqualTo(accused == null ? AccusationChoice.REST : judgement.of(odds));
                });
                BotFactory cheat = bot("opport");
                play(side == Side.US ? watched : cheat, side == Side.US ? cheat : watched, seed);
            }
        }
        assertThat(judged[0]).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"negotiator", "liar", "step"})
    void theyAnnounceWhatEndsBeforeLinesMoveAndPromiseOneRoundBeyond(String name) {
        int[] offers = new int[2];
        for (long seed = 0; seed < MATCHES; seed++) {
            BotFactory watched = watched(bot(name), (seen, decision) -> {
                if (decision.offer() instanceof Terms.Package terms
                        && RULES.layers().isAgreement(terms, true)) {
                    int date = RULES.scenario().redLines().nextDate(seen.openRound());
                    boolean fits = date == 0 || seen.openRound() + 1 < date;
                    assertThat(terms.communique()).isEqualTo(fits);
                    assertThat(terms.rounds()).isBetween(1, fits ? 3 : 1);
                    assertThat(fits && date > 0 && seen.openRound() + terms.rounds() >= date)
                            .isFalse();
                    offers[fits ? 1 : 0]++;
                }
            });
            play(watched, bot("negotiator"), seed);
        }
        assertThat(offers[0]).isPositive();
        assertThat(offers[1]).isPositive();
    }

    /** The field keeps its agreements private and long. */
    @Test
    void theFieldAnnouncesNothing() {
        for (long seed = 0; seed < MATCHES; seed++) {
            BotFactory watched = watched(bot("match"), (seen, decision) -> {
                if (decision.offer() instanceof Terms.Package terms
                        && RULES.layers().isAgreement(terms, true)) {
                    assertThat(terms.communique()).isFalse();
                    assertThat(terms.rounds()).isEqualTo(3);
                }
            });
            play(watched, bot("gtft"), seed);
        }
    }

    /** In each period in which it plays two rounds or more, a bot that bargains tables a text of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"negotiator", "liar", "step", "match"})
    void whoBargainsTablesATextInMostPeriods(String name) {
        int tabled = 0;
        int periods = 0;
        for (long seed = 0; seed < MATCHES; seed++) {
            Played played = play(bot(name), bot(name), seed);
            boolean text = false;
            for (RoundReport report : played.reports()) {
                text |= report.us().decisions().ownText();
                boolean ends = RULES.scenario().redLines().isDate(report.round() + 1);
                if (ends) {
                    tabled += text ? 1 : 0;
                    periods++;
                    text = false;
                }
            }
        }
        assertThat((double) tabled / periods).isGreaterThan(.8);
    }

    @Test
    void whoOnlyRenewsTablesNone() {
        for (long seed = 0; seed < MATCHES; seed++) {
            assertThat(play(bot("truce"), bot("truce"), seed).reports())
                    .noneMatch(report -> report.us().decisions().ownText());
        }
    }

    /** Every bot of the pool against every other: nothing that any of them does is refused. */
    @Test
    void noBotOfThePoolDoesAnythingThatIsRefused() {
        for (BotFactory us : Roster.pool()) {
            for (BotFactory cn : Roster.pool()) {
                assertThat(play(us, cn, us.name().length()).reports())
                        .as("%s against %s".formatted(us.name(), cn.name()).toLowerCase(Locale.ROOT))
                        .isNotEmpty();
            }
        }
    }
}
