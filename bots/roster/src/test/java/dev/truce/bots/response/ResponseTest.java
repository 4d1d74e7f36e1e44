package dev.truce.bots.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.bots.bargain.StepTaste;
import dev.truce.bots.policy.Policy;
import dev.truce.bots.policy.PolicyException;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final BotFactory TFT = Roster.find("tft").orElseThrow();
    private static final Ground GREEDY = Ground.USUAL
            .tasting(new StepTaste(.9, -1.5, .8, 3))
            .cheating(Cheat.PACE_SHORT)
            .with(List.of(
                    Span.order(3, 5, Instrument.US_PORT_FEE, 1),
                    Span.talk(2, 64, Span.Kind.OFFER_NOTHING),
                    Span.talk(7, 7, Span.Kind.ACCEPT_EVERYTHING)));

    private static Played play(BotFactory us) {
        return new InProcessMatch(RULES)
                .play(
                        RULES.setup(3),
                        new Pairing(us, TFT, BotSeat.seedOf(3, BotSeat.HEAD), Limits.STEPS_A_ROUND),
                        Recording.NONE);
    }

    @Test
    void itsTextIsReadAsItWasWrittenAndPlaysAlike() throws PolicyException {
        Policy rules = Policy.ofMatch().varied(Side.US, new SplitMix64(5), RULES.scenario());
        Response response = Response.usual().on(Side.US, GREEDY).ruled(rules).under(Map.of("bot", "oracle-us-tft"));
        Response read = Response.read(response.text());
        assertThat(read.text()).isEqualTo(response.text());
        assertThat(read.grounds()).isEqualTo(response.grounds());
        assertThat(read.name()).isEqualTo("oracle-us-tft");
        assertThat(play(read.factory("found")).result())
                .isEqualTo(play(response.factory("found")).result());
        assertThat(response.text())
                .startsWith("truce-response 1\nus plays as step accept 0.9 margin -1.5 fairness 0.8 eve 3\n")
                .contains("\nus cheats by pace-short\nus from 3 to 5 order US.PORT 1\nus from 2 to 64 offer nothing\n")
                .contains("\ncn plays as negotiator\nbot: oracle-us-tft\n\nseat us\n");
    }

    @ParameterizedTest
    @CsvSource({"step", "tft", "hawk", "learner", "hold"})
    void whereItHasNoRulesItPlaysAsTheBotThatItNames(String bot) {
        Response response = Response.usual().on(Side.US, Ground.of(bot));
        assertThat(play(response.factory("same")).result())
                .isEqualTo(play(Roster.find(bot).orElseThrow()).result());
    }

    @Test
    void rulesGoBeforeTheBotAndLeaveItsOffersToIt() throws PolicyException {
        Policy war =
                Policy.read("truce-policy 1\nseat us\n  round >= 4 -> tariff 5 choke 3 compliance 0 port 1 extra none"
                        + " offer 2 accept 2\nseat cn\n");
        Played played =
                play(Response.usual().on(Side.US, Ground.of("step")).ruled(war).factory("turning"));
        assertThat(played.us().refused()).isEmpty();
        assertThat(played.reports().get(2).side(Side.US).publicEscalation()).isLessThan(1);
        assertThat(played.reports().get(4).side(Side.US).publicEscalation()).isGreaterThan(2);
    }

    @Test
    void whatARoundSaysIsDoneInItAlone() {
        Played played = play(Response.usual()
                .on(Side.US, Ground.of("dove").with(List.of(Span.order(3, 5, Instrument.US_PORT_FEE, 1))))
                .factory("toll"));
        assertThat(played.us().refused()).isEmpty();
        for (int round = 1; round <= 8; round++) {
            int level = played.reports().get(round - 1).after().get(Instrument.US_PORT_FEE);
            assertThat(level).as("round " + round).isEqualTo(round >= 3 && round <= 5 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        us plays as nobody                                  | bot
        us plays as search                                  | bot
        us plays as tft accept 1 margin 0 fairness 1 eve 0  | found
        us plays as step accept 1 margin 0 fairness 1 eve 9 | found
        us plays as step accept NaN margin 0 fairness 1 eve 0 | line
        us cheats by lying                                  | cheat
        cn from 0 to 3 offer nothing                        | rounds
        cn from 4 to 3 offer nothing                        | rounds
        cn from 1 to 65 offer nothing                       | rounds
        cn from 1 to 2 order US.PORT 1                      | instrument
        us from 1 to 2 order US.S301 1                      | instrument
        us from 1 to 2 order                                | line
        us from 1 to 2 offer nothing US.PORT 1              | line
        us does what it wants                               | line
        """)
    void aLineThatIsNoneIsNamedWithItsNumber(String line, String sentence) {
        String text = "truce-response 1\n# a comment\n" + line + "\nseat us\nseat cn\n";
        PolicyException wrong = catchThrowableOfType(PolicyException.class, () -> Response.read(text));
        assertThat(wrong.line()).isEqualTo(3);
        assertThat(wrong.getMessage()).startsWith("line 3: " + sentence + " ");
    }

    @Test
    void rulesThatAreNoneAreNamedWithTheNumberThatTheyHaveInTheFile() {
        PolicyException wrong = catchThrowableOfType(
                PolicyException.class,
                () -> Response.read("truce-response 1\nus plays as tft\nbot: x\nseat us\n  nonsense\nseat cn\n"));
        assertThat(wrong.line()).isEqualTo(5);
    }

    @Test
    void aFileIsBounded() {
        String many = "us from 1 to 2 offer nothing\n".repeat(Ground.MAX_SPANS + 1);
        PolicyException wrong = catchThrowableOfType(
                PolicyException.class, () -> Response.read("truce-response 1\n" + many + "seat us\nseat cn\n"));
        assertThat(wrong.line()).isEqualTo(Ground.MAX_SPANS + 2);
        assertThat(wrong.getMessage()).contains("spans");
    }
}
