package dev.truce.bot.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotFault;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import dev.truce.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same strategy with the same dice plays the same match, whichever process it is in. */
class ChildEqualsInProcessTest {
    /** Two more virtual machines start on a machine that runs other tests as well. */
    private static final ChildLimits PATIENT = ChildLimits.USUAL.within(60_000);

    private static final Rules RULES = Rules.of(Scenarios.busan2025());

    @ParameterizedTest
    @CsvSource({"tft, random", "random, hold", "negotiator, dealer", "stepper, negotiator", "opport, search"})
    void aChildPlaysAsTheSameBotInProcess(String us, String cn) {
        Played here =
                play(us, Roster.find(us).orElseThrow(), cn, Roster.find(cn).orElseThrow());
        Played there = play(
                us,
                BotName.known(Commands.roster(us)).bot(PATIENT),
                cn,
                BotName.known(Commands.roster(cn)).bot(PATIENT));
        assertThat(there.us().faults()).isEmpty();
        assertThat(there.cn().faults()).isEmpty();
        assertThat(there.record()).isEqualTo(here.record());
    }

    @Test
    void aServedBotWhoseModelIsSilentSaysSo() {
        Played there = play(
                "silent",
                BotName.known(Commands.roster(ServeMain.SILENT)).bot(PATIENT),
                "tft",
                Roster.find("tft").orElseThrow());
        assertThat(there.us().count(BotFault.Kind.NO_ANSWER)).isPositive();
        assertThat(there.us().faults())
                .allMatch(fault -> fault.kind() == BotFault.Kind.NO_ANSWER
                        && fault.detail().contains("HTTP 401"));
    }

    /** The record names the players, so both runs give them the same names. */
    private static Played play(String usName, BotFactory us, String cnName, BotFactory cn) {
        BotFactory usNamed = BotFactory.of(usName, us::create);
        BotFactory cnNamed = BotFactory.of(cnName, cn::create);
        return new InProcessMatch(RULES).play(RULES.setup(11), new Pairing(usNamed, cnNamed, 5, 200), Recording.TEXT);
    }
}
