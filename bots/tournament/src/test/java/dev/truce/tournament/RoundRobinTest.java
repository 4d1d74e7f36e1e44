package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.InProcessMatch;
import dev.truce.bot.Pairing;
import dev.truce.bot.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundRobinTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final long FIRST = 5000;

    @Test
    void oneThreadAndTwoPlayTheSameGames() throws InterruptedException {
        Games one = new RoundRobin(RULES, Roster.reference(), 1).play(FIRST, 3);
        Games two = new RoundRobin(RULES, Roster.reference(), 2).play(FIRST, 3);
        for (int us = 0; us < one.bots(); us++) {
            for (int cn = 0; cn < one.bots(); cn++) {
                for (int seed = 0; seed < one.seeds(); seed++) {
                    assertThat(two.game(us, cn, seed)).isEqualTo(one.game(us, cn, seed));
                }
            }
        }
    }

    @Test
    void theSixteenNeverDoAnythingIllegal() throws InterruptedException {
        Games games = new RoundRobin(RULES, Roster.reference(), 2).play(FIRST, 2);
        for (Standing row : Standing.table(games, new Payoffs(games))) {
            assertThat(row.faults()).as(row.name()).isZero();
        }
    }

    /** The duel is the match of a server without the server; both bots are mute, because this referee hears no offers. */
    @ParameterizedTest
    @ValueSource(strings = {"random", "gtft", "opport", "bully", "stepper"})
    void aDuelIsTheMatchThatTheRefereePlays(String name) {
        BotFactory bot = mute(Roster.find(name).orElseThrow());
        BotFactory other = mute(Roster.find("match").orElseThrow());
        for (long seed = FIRST; seed < FIRST + 3; seed++) {
            Game game = new Duel(RULES).play(seed, bot, other);
            Played played = new InProcessMatch(RULES)
                    .play(
                            RULES.setup(seed),
                            new Pairing(bot, other, BotSeat.seedOf(seed, BotSeat.HEAD), 0),
                            Recording.NONE);
            assertThat(game.rounds()).isEqualTo(played.reports().size());
            assertThat(game.us().score()).isEqualTo(played.result().us().score());
            assertThat(game.cn().score()).isEqualTo(played.result().cn().score());
        }
    }

    @Test
    void whatIsKeptOfAWarIsWhatHappenedInIt() {
        BotFactory hawk = Roster.find("hawk").orElseThrow();
        Game game = new Duel(RULES).play(FIRST, hawk, hawk);
        assertThat(game.us().breaches())
                .as("it breaks the truce of Busan once, and the truce is over")
                .isEqualTo(1);
        assertThat(game.agreementIn(1)).isTrue();
        assertThat(game.agreementIn(2)).isFalse();
        assertThat(game.us().moved(Instrument.US_RECIPROCAL_TARIFF)).isTrue();
        assertThat(game.us().moved(Instrument.CN_RECIPROCAL_TARIFF))
                .as("the other side's")
                .isFalse();
        assertThat(game.us().moved(Instrument.US_AFFILIATES_RULE)).isFalse();
        assertThat(game.depth()).isZero();
    }

    @Test
    void aPoolHasSeedsAndThreads() {
        RoundRobin pool = new RoundRobin(RULES, Roster.reference(), 1);
        assertThatThrownBy(() -> pool.play(FIRST, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RoundRobin(RULES, Roster.reference(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BotFactory mute(BotFactory talker) {
        return BotFactory.of("mute", "Plays like another and says nothing.", seat -> {
            Bot bot = talker.create(seat);
            return seen -> new Decision(bot.decide(seen).orders(), null, AcceptanceRule.NEVER);
        });
    }
}
