package dev.truce.bot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.bot.BotFault;
import dev.truce.bot.Bots;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.referee.Referee;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A match that is taken up in the middle of a recorded one. */
class OpeningTest {
    private static final Rules RULES = Rules.of(Bots.BUSAN);
    private static final Pairing GAMBLERS = new Pairing(Bots.gambler(), Bots.gambler(), 1, 0);

    private final InProcessMatch runner = new InProcessMatch(RULES);

    private MatchRecord recorded() {
        return Objects.requireNonNull(
                runner.play(RULES.setup(7), GAMBLERS, Recording.CHAIN).record());
    }

    @Test
    void botsAreAskedInEveryRoundAndObeyedFromTheOpeningOn() {
        MatchRecord match = recorded();
        Pairing cheats = new Pairing(Bots.cheat(), Bots.crasher(), 1, 0);
        Played played = runner.playOn(match.setup(), Opening.of(match, 4, null), cheats);
        assertThat(played.us().decisions()).isEqualTo(played.reports().size());
        // What is not carried out cannot be illegal; what crashes has crashed.
        assertThat(played.us().faults()).extracting(BotFault::round).startsWith(5, 7, 9);
        assertThat(played.cn().faults()).extracting(BotFault::round).startsWith(1, 3, 5);
        MatchRecord branch = Objects.requireNonNull(played.record());
        assertThat(branch.rounds().subList(0, 3)).isEqualTo(match.rounds().subList(0, 3));
        assertThat(branch.rounds().get(3).closed().orders().us().isHold()).isTrue();
    }

    @Test
    void inAnotherFutureBotsDrawFromAnotherStreamFromTheOpeningOn() {
        MatchRecord match = recorded();
        Played own = runner.playOn(match.setup(), Opening.of(match, 4, new Opening.Future(7, 1)), GAMBLERS);
        Played other = runner.playOn(match.setup(), Opening.of(match, 4, new Opening.Future(7, 2)), GAMBLERS);
        assertThat(other.reports().subList(0, 3)).isEqualTo(own.reports().subList(0, 3));
        assertThat(other.reports().subList(3, 10)).isNotEqualTo(own.reports().subList(3, 10));
        assertThat(runner.playOn(match.setup(), Opening.of(match, 4, new Opening.Future(7, 2)), GAMBLERS)
                        .reports())
                .isEqualTo(other.reports());
    }

    @Test
    void anOpeningNeedsTheRoundsBeforeIt() {
        MatchRecord match = recorded();
        int rounds = match.rounds().size();
        assertThat(Opening.of(match, rounds + 1, null).relived()).hasSize(rounds);
        for (int round : List.of(0, rounds + 2)) {
            assertThatThrownBy(() -> Opening.of(match, round, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1.." + (rounds + 1));
        }
    }

    @Test
    void theLastRoundThatTheHostSetIsTheLastAgain() {
        MatchSetup six = RULES.setup(7).endingWith(6);
        for (int end = 3; end <= 4; end++) {
            Referee referee = new Referee(RULES, six, MatchTerms.untimed("A", "B"));
            referee.handle(new Input.Hosts(new HostAct.Start()));
            for (int round = 1; round <= end; round++) {
                if (round == 2) {
                    referee.handle(new Input.Hosts(new HostAct.EndWith(end)));
                }
                for (Seat seat : List.of(Seat.US_HEAD, Seat.CN_HEAD)) {
                    referee.handle(new Input.Does(seat, round, seat + "-" + round, new Deed.Ready(true, 0)));
                }
            }
            MatchRecord match = referee.record();
            Played played = runner.playOn(six, Opening.of(match, 3, null), GAMBLERS);
            assertThat(played.reports()).hasSize(end);
            MatchRecord branch = Objects.requireNonNull(played.record());
            assertThat(branch.rounds().subList(0, 2)).isEqualTo(match.rounds().subList(0, 2));
        }
    }

    @Test
    void whatIsSaidOfALaterEndIsSaidAgain() {
        MatchSetup six = RULES.setup(7).endingWith(6);
        Referee referee = new Referee(RULES, six, MatchTerms.untimed("A", "B"));
        referee.handle(new Input.Hosts(new HostAct.Start()));
        Instrument port = Instrument.US_PORT_FEE;
        Deed threat = new Deed.Say(Channel.PUBLIC, "", new Statement.Threaten(port, 1, 6, null));
        for (int round = 1; round <= 5; round++) {
            if (round == 2) {
                referee.handle(new Input.Hosts(new HostAct.EndWith(4)));
            } else if (round == 3) {
                referee.handle(new Input.Hosts(new HostAct.EndWith(6)));
                referee.handle(new Input.Does(Seat.US_HEAD, round, "threat", threat));
                // Of several ends in one round the record has the last.
                referee.handle(new Input.Hosts(new HostAct.EndWith(5)));
            }
            for (Seat seat : List.of(Seat.US_HEAD, Seat.CN_HEAD)) {
                referee.handle(new Input.Does(seat, round, seat + "-" + round, new Deed.Ready(true, 0)));
            }
        }
        MatchRecord match = referee.record();
        assertThat(match.rounds()).hasSize(5);
        assertThat(match.rounds().get(2).closed().deeds()).hasSize(1);
        Played played = runner.playOn(six, Opening.of(match, 4, null), GAMBLERS);
        assertThat(played.reports()).hasSize(5);
        assertThat(Objects.requireNonNull(played.record()).rounds().subList(0, 3))
                .isEqualTo(match.rounds().subList(0, 3));
    }

    @Test
    void roundsBehindTheHorizonCannotBePlayed() {
        MatchRecord match = recorded();
        MatchSetup own = match.setup();
        MatchSetup shorter = new MatchSetup(own.seed(), new Horizon.Fixed(2), own.calendar(), own.conditions());
        Opening opening = Opening.of(match, 4, null);
        assertThatThrownBy(() -> runner.playOn(shorter, opening, GAMBLERS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the recorded round 3 cannot be played");
    }
}
