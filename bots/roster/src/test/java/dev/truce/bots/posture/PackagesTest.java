package dev.truce.bots.posture;

import static dev.truce.engine.board.Instrument.CN_SOY_PURCHASES;
import static dev.truce.engine.board.Instrument.US_LICENCE_PACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Talks;
import dev.truce.bots.Roster;
import dev.truce.bots.Situation;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements E, "Packages added when tariff >= 3 or choke >= 2", and what two cheaters do as China. */
class PackagesTest {
    private static final String DEEP =
            "US.FENT=0 US.RECIP=0 US.CHIP=open US.PACE=3 US.DUTY232=eased CN.RECIP=0 CN.REE7=general"
                    + " CN.SOY=9 CN.ENFORCE=3 CN.REE5=suspended";

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        # "L (legal): US 301 active, and once it is active or concluded the 301 tariff ordered at 10 (25 from tariff 4); CN
        # unreliable entities active and agricultural tariff 10 (25 from tariff 4)."
        L | US | press | S301=active DUTY301=10 CHIP=strict
        L | US | hard  | S301=active DUTY301=25
        L | CN | press | UEL=active AGRI=10 REE7=tight
        L | CN | war   | UEL=active AGRI=25 REE7=banned
        # "S (second line): US choke 2 becomes licensed + affiliates active, choke 3 adds affiliates; CN choke 2 becomes April
        # licensed + October tight."
        S | US | press | CHIP=licensed AFFIL=active S301=paused
        S | US | war   | CHIP=embargo AFFIL=active
        S | CN | hard  | REE7=licensed REE5=tight UEL=suspended
        S | CN | war   | REE7=banned REE5=banned
        # "P: port fee 80 / 640 instead of 50 / 400."
        P | US | press | PORT=80 CHIP=strict
        P | CN | hard  | PORT=640
        P | US | deep  | PORT=0
        """)
    void packagesAreThoseOfTheRule(String name, Side side, String posture, String words) {
        Packages packages = new Packages(Situation.BUSAN, side);
        Retaliation added = switch (name) {
            case "L" -> packages.legal();
            case "S" -> packages.secondLine();
            default -> packages.portFees();
        };
        Posture chosen = PosturesTest.named(posture);
        OrderPlan draft = new Postures(Situation.BUSAN, side).draft(chosen);
        Observation free =
                Situation.seenBy(side).bound("").withInvestigationConcluded().observation();
        added.add(free, chosen, draft);
        assertThat(Situation.words(draft.orders(free)).split(" ")).contains(words.split(" "));
    }

    @Test
    void the301TariffWaitsForTheInvestigation() {
        Packages packages = new Packages(Situation.BUSAN, Side.US);
        OrderPlan draft = new Postures(Situation.BUSAN, Side.US).draft(Posture.PRESS);
        Observation early = Situation.seenBy(Side.US).observation();
        packages.legal().add(early, Posture.PRESS, draft);
        assertThat(Situation.words(draft.orders(early))).contains("S301=active DUTY301=0");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # The table of agreements E: who has which package.
        tft    | CN.RECIP=54 CN.REE7=tight CN.REE5=tight | RECIP=54 CHIP=strict AFFIL=suspended PORT=0 S301=paused
        gtft   | CN.RECIP=125 CN.REE7=banned CN.REE5=banned | AFFIL=active S301=paused
        grim   | CN.RECIP=54 | CHIP=embargo S301=active AFFIL=suspended PORT=50
        dealer | CN.RECIP=54 | CHIP=licensed AFFIL=active PORT=80 S301=paused
        choker | CN.RECIP=54 | CHIP=embargo AFFIL=suspended PORT=50 S301=paused
        audit  | CN.RECIP=54 | CHIP=strict PORT=80 AFFIL=suspended S301=paused
        opport | CN.RECIP=54 | CHIP=strict PORT=50 AFFIL=suspended S301=paused
        """)
    void everyStrategyHasItsPackage(String name, String seen, String words) {
        BotFactory kind = Roster.find(name).orElseThrow();
        // GTFT softens its answer now and then, so look until it does not.
        for (long seed = 1; seed <= 20; seed++) {
            String orders = orders(kind, seed, Situation.seenBy(Side.US).at(seen));
            if (orders.contains("PACE=0") || !name.equals("gtft")) {
                assertThat(orders.split(" ")).contains(words.split(" "));
                return;
            }
        }
        throw new AssertionError(name + " softened its answer twenty times");
    }

    @ParameterizedTest(name = "{0} as China, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        # OPPORT: "as CN it spreads the shortfall: soya and enforcement one notch better, pace 0"
        opport | truce  | SOY=3 ENFORCE=1 PACE=0
        opport | deep   | SOY=6.25 ENFORCE=2 PACE=0
        # ... but not in the round after it was caught
        opport | caught | SOY=6.25 ENFORCE=2 PACE=2
        # CHOKER: "inside a deep agreement (0,0,2,0,2); as CN there soya 9, enforcement 3, pace 0"
        choker | truce  | SOY=6.25 ENFORCE=2 PACE=2
        choker | deep   | SOY=9 ENFORCE=3 PACE=0
        """)
    void cheatersAsChinaSpreadTheirShortfall(String name, String treaty, String words) {
        Situation situation = Situation.seenBy(Side.CN);
        switch (treaty) {
            case "deep" -> situation.bound(DEEP);
            case "caught" -> situation.caughtOn(CN_SOY_PURCHASES);
            default -> {}
        }
        assertThat(orders(Roster.find(name).orElseThrow(), 1, situation).split(" "))
                .contains(words.split(" "));
    }

    @Test
    void asTheUsTheySlowDownLicences() {
        assertThat(orders(Roster.find("opport").orElseThrow(), 1, Situation.seenBy(Side.US)))
                .contains("PACE=0");
        assertThat(orders(
                        Roster.find("opport").orElseThrow(),
                        1,
                        Situation.seenBy(Side.US).caughtOn(US_LICENCE_PACE)))
                .contains("PACE=2");
        assertThat(orders(
                        Roster.find("choker").orElseThrow(),
                        1,
                        Situation.seenBy(Side.US).bound(DEEP)))
                .contains("PACE=2");
    }

    private static String orders(BotFactory kind, long seed, Situation situation) {
        Observation observation = situation.observation();
        Side side = observation.viewer().sees(Side.US) ? Side.US : Side.CN;
        return Situation.words(kind.create(BotSeat.seeded(side, Situation.BUSAN, seed, 0))
                .decide(observation, Talks.NONE)
                .orders());
    }
}
