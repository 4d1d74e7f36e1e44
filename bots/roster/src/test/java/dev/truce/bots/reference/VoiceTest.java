package dev.truce.bots.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.bots.SecondRuleset;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.Promise;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.talk.WordVerdict;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What bots say in public, and what the ledger makes of it. */
class VoiceTest {
    private static final int SEEDS = 12;

    private final SaidAndDone ledger = new SaidAndDone();
    /** Rounds after which the US was accused, in which it hardened something, and in which it spoke. */
    private final List<Integer> accused = new ArrayList<>();

    /** Rounds in which something was found and nothing new was held against it. */
    private final List<Integer> found = new ArrayList<>();

    private final List<Integer> hardened = new ArrayList<>();
    private final List<Integer> warned = new ArrayList<>();
    private final List<Integer> reassured = new ArrayList<>();
    private final List<Instrument> guarded = new ArrayList<>();
    private final Set<Instrument> lines = new HashSet<>();

    /** Plays a match of twelve rounds and listens to the US. */
    private static VoiceTest heard(Rules rules, String us, String cn, long seed) {
        VoiceTest heard = new VoiceTest();
        BotFactory speaker = Roster.find(us).orElseThrow();
        BotFactory watched = BotFactory.of("watched", seat -> heard.watch(speaker.create(seat)));
        MatchSetup setup =
                new MatchSetup(seed, new Horizon.Fixed(12), rules.scenario().calendar(), Conditions.PLAY);
        new InProcessMatch(rules)
                .play(
                        setup,
                        new Pairing(watched, Roster.find(cn).orElseThrow(), BotSeat.seedOf(seed, BotSeat.HEAD), 10_000),
                        Recording.NONE);
        return heard;
    }

    private Bot watch(Bot bot) {
        return new Negotiator() {
            @Override
            public Decision decide(Observation seen, Talks talks) {
                RoundView last = seen.last();
                if (last != null) {
                    resolved(last);
                }
                lines.addAll(seen.redLines());
                Decision decision = bot.decide(seen, talks);
                for (Deed deed : decision.dealings()) {
                    if (deed instanceof Deed.Say say) {
                        said(seen.openRound(), Objects.requireNonNull(say.statement()));
                    }
                }
                return decision;
            }
        };
    }

    private void resolved(RoundView last) {
        ledger.resolved(last);
        boolean caught = last.side(Side.US).caughtOn() != null;
        Instrument open = last.side(Side.US).decisions().accusedOn();
        if (caught || open != null) {
            accused.add(last.round());
        }
        if (caught && open == null) {
            found.add(last.round());
        }
        boolean harder = last.changes().stream()
                .anyMatch(change -> change.instrument().holder() == Side.US
                        && !change.instrument().isCovert()
                        && change.to() > change.from()
                        && last.orders().stream().anyMatch(order -> order.instrument() == change.instrument()));
        if (harder && last.side(Side.US).publicEscalationMilli() > 0) {
            hardened.add(last.round());
        }
    }

    private void said(int round, Statement statement) {
        ledger.said(Side.US, 0, statement);
        if (statement instanceof Statement.Guard guard) {
            guarded.add(guard.instrument());
        } else {
            (statement instanceof Statement.Warn ? warned : reassured).add(round);
        }
    }

    /** Returns its warnings and reassurances. */
    private List<LedgerEntry> statements() {
        return ledger.entries().stream()
                .filter(entry -> entry.promise() instanceof Promise.Stated stated
                        && !(stated.statement() instanceof Statement.Guard))
                .toList();
    }

    @Test
    void whoMakesAPublicMeasureHarderHasWarnedInThatRound() {
        int warnings = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (String other : List.of("hawk", "brink", "bully")) {
                VoiceTest heard = heard(SecondRuleset.RULES, "tft", other, seed);
                assertThat(heard.warned).containsAll(heard.hardened);
                assertThat(heard.statements())
                        .extracting(LedgerEntry::verdict)
                        .contains(WordVerdict.DONE)
                        .doesNotContain(WordVerdict.NOT_DONE);
                warnings += heard.warned.size();
            }
        }
        assertThat(warnings).isGreaterThan(3 * SEEDS);
    }

    @Test
    void whoIsAccusedOfNothingThatItDidReassures() {
        int alarms = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            VoiceTest heard = heard(SecondRuleset.RULES, "truce", "truce", seed);
            assertThat(heard.warned).isEmpty();
            assertThat(heard.reassured)
                    .isEqualTo(heard.accused.stream().map(round -> round + 1).toList());
            assertThat(heard.statements()).extracting(LedgerEntry::verdict).doesNotContain(WordVerdict.NOT_DONE);
            alarms += heard.accused.size();
        }
        assertThat(alarms).isGreaterThan(SEEDS / 2);
    }

    @Test
    void whoCheatedAndWasCaughtDoesNot() {
        int catches = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            VoiceTest heard = heard(SecondRuleset.RULES, "opport", "truce", seed);
            assertThat(heard.reassured).hasSizeLessThanOrEqualTo(heard.accused.size());
            catches += heard.accused.size() - heard.reassured.size();
        }
        assertThat(catches).isPositive();
    }

    /** By the third ruleset a finding is about the round before: that the guilty delivers by then clears it of nothing. */
    @Test
    void whoWasFoundGuiltyDoesNotReassureThoughItDeliversByThen() {
        Rules third = Rules.of(Scenarios.busan2025());
        int findings = 0;
        int reassurances = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (String name : List.of("opport", "negotiator", "truce")) {
                VoiceTest heard = heard(third, name, name.equals("truce") ? "truce" : "hawk", seed);
                List<Integer> after =
                        heard.found.stream().map(round -> round + 1).toList();
                assertThat(heard.reassured).noneMatch(after::contains);
                findings += after.size();
                reassurances += heard.reassured.size();
            }
        }
        assertThat(findings).isPositive();
        assertThat(reassurances).isPositive();
    }

    @Test
    void anHonestReasonNamesARedLineAndALiarsNamesNone() {
        int lies = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            VoiceTest honest = heard(SecondRuleset.RULES, "negotiator", "negotiator", seed);
            assertThat(honest.guarded).isNotEmpty();
            assertThat(honest.lines).containsAll(honest.guarded);
            VoiceTest liar = heard(SecondRuleset.RULES, "liar", "negotiator", seed);
            assertThat(liar.guarded).isNotEmpty();
            lies += liar.lines.containsAll(liar.guarded) ? 0 : 1;
        }
        assertThat(lies).isGreaterThan(SEEDS / 2);
    }

    @Test
    void whereNobodyHasRedLinesBotsAreSilent() {
        VoiceTest heard = heard(Rules.of(Scenarios.busan2025R1()), "tft", "hawk", 1);
        assertThat(heard.hardened).isNotEmpty();
        assertThat(heard.statements()).isEmpty();
    }
}
