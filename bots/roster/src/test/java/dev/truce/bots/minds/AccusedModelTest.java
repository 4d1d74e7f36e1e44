package dev.truce.bots.minds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.StepBudget;
import dev.truce.bot.Talks;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a searcher supposes of an accusation: a model that falls short is found by an inspection, one that does not is not. */
class AccusedModelTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final int PLACES = 50;

    private static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    /** A side that models the other one while it plays as the negotiator, and keeps how likely accusations are to be true by its models. */
    private static BotFactory modelling(Side side, Map<Integer, Double> guilt) {
        return BotFactory.of("modelling", seat -> {
            Memory memory = new Memory(RULES, side);
            OpponentModels models = new OpponentModels(RULES, side.other(), Roster.reference(), new SplitMix64(1));
            Negotiator inner = (Negotiator) bot("negotiator").create(seat);
            return (Negotiator) (seen, talks) -> {
                assertThat(memory.takeIn(seen, talks)).isTrue();
                models.follow(memory.moments(), new StepBudget(100_000));
                if (seen.accusedOn(side.other()) != null) {
                    guilt.put(seen.openRound(), guilt(models, memory.supposed(), side.other()));
                }
                Decision decision = inner.decide(seen, talks);
                memory.say(decision.offer());
                return decision;
            };
        });
    }

    private static double guilt(OpponentModels models, MatchState supposed, Side accused) {
        assertThat(supposed.side(accused).accusedReally()).isFalse();
        int guilty = 0;
        for (int i = 0; i < PLACES; i++) {
            MatchState state = models.at((i + .5) / PLACES).in(supposed);
            assertThat(state.side(accused).accusedOn())
                    .isEqualTo(supposed.side(accused).accusedOn());
            assertThat(state.side(accused.other())).isEqualTo(supposed.side(accused.other()));
            guilty += state.side(accused).accusedReally() ? 1 : 0;
        }
        return (double) guilty / PLACES;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void modelsThatFallShortAreGuiltyAndOthersAreNot(Side side) {
        List<Double> ofCheats = new ArrayList<>();
        List<Double> ofTheHonest = new ArrayList<>();
        for (long seed = 0; seed < 4; seed++) {
            ofCheats.addAll(played(side, "bully", seed).values());
            ofTheHonest.addAll(played(side, "truce", seed).values());
        }
        assertThat(ofCheats).isNotEmpty();
        assertThat(ofTheHonest).isNotEmpty();
        assertThat(mean(ofTheHonest)).isLessThan(.5);
        assertThat(mean(ofCheats)).isGreaterThan(.8);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static Map<Integer, Double> played(Side side, String other, long seed) {
        Map<Integer, Double> guilt = new TreeMap<>();
        BotFactory own = modelling(side, guilt);
        play(seed, BySide.pick(side, own, bot(other)), BySide.pick(side, bot(other), own));
        return guilt;
    }

    private static Played play(long seed, BotFactory us, BotFactory cn) {
        Pairing pairing = new Pairing(us, cn, BotSeat.seedOf(seed, BotSeat.HEAD), 10_000);
        return new InProcessMatch(RULES).play(RULES.setup(seed), pairing, Recording.NONE);
    }

    /** Where models that are likely fall short, inspections find something, so that the searcher chooses them by itself. */
    @Test
    void theSearcherFindsCheats() {
        List<AccusationChoice> choices = new ArrayList<>();
        BotFactory search = BotFactory.of("searching", seat -> {
            Negotiator inner = (Negotiator) bot("search").create(seat);
            return (Negotiator) (Observation seen, Talks talks) -> {
                Decision decision = inner.decide(seen, talks);
                if (seen.accusedOn(Side.CN) != null) {
                    choices.add(decision.choice());
                    assertThat(decision.judgements()).hasSizeLessThan(2);
                }
                return decision;
            };
        });
        Played played = play(2, search, bot("bully"));
        assertThat(played.us().isClean()).isTrue();
        assertThat(choices).isNotEmpty();
        assertThat(choices).anyMatch(choice -> choice != AccusationChoice.REST);
    }
}
