package dev.truce.bots.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotSeat;
import dev.truce.bots.Situation;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.engine.board.Side;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of economy 10 with the changes of agreements E. A case is a sequence of readings, one a round from round 1, and
 * the stances (tariff, choke, compliance, port, offer) that they lead to. What a reading does not name is as at the start.
 */
class StrategiesTest {
    private static final String DEEP = "00302";
    private static final String TRUCE = "21201";
    private static final String NICE = "21202";
    private static final String PRESS = "32111";
    private static final String WAR = "53010";

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # "Always deep, offers 2."  "Always truce, offers 1."  "Always war, no offer."
            dove   | - / pub=3 offered=0                           | 00302 / 00302
            truce  | - / pub=3 offered=2                           | 21201 / 21201
            hawk   | - / deal=2 offered=2                          | 53010 / 53010
            # "Round 0 truce with offer 2. If ... gOp < .5: deep. Otherwise the posture at the level of gOp, cheat replaced by
            # truce unless the opponent was caught; offers 2 at truce, else 1."
            tft    | tariff=0 offered=2 / -                        | 21202 / 21202
            tft    | - / offered=2 / deal=2 / tariff=1             | 21202 / 00302 / 00302 / 00302
            tft    | - / offered=2 pub=.49 / offered=2 pub=.5      | 21202 / 00302 / 21201
            tft    | - / pub=.29 / pub=.3 / pub=.3 caught          | 21202 / 21202 / 21201 / 21101 /
            tft    | - / pub=.9 / pub=2.8 / pub=4.5                | 21202 / 32111 / 42011 / 53011
            # "As TFT with threshold .8."
            gtft   | tariff=0 offered=2 / offered=2 pub=.79        | 21202 / 00302
            gtft   | - / offered=2 pub=.8                          | 21202 / 21202
            # "Nice until pub > .9, or the opponent is caught with sig < 1; then war for ever."
            grim   | - / offered=2 / deal=2 pub=.9                 | 21202 / 00302 / 00302
            grim   | - / caught ch=1 / caught ch=.99 / -           | 21202 / 21202 / 53010 / 53010
            grim   | - / pub=.91 / offered=2                       | 21202 / 53010 / 53010
            # "gOp > 1.2: press. Otherwise covert cheater: (2,1,0,0,1), or (1,0,1,0,2) in or offered a deep deal; compliance
            # raised to 2 in the round after it was caught."  Agreements E: "inside a deep agreement (0,0,1,0,2)"
            opport | - / offered=2 / deal=2 / pub=1.21             | 21001 / 10102 / 00102 / 32111
            opport | - / selfCaught / offered=2 selfCaught / deal=2 selfCaught | 21001 / 21201 / 10202 / 00202
            # "On pub > .9 punishes for 2 rounds, on a catch for 1: hard if pub > 2.8 at the time, else press, still offering 2."
            dealer | - / pub=.91 / - / -                           | 21202 / 32112 / 32112 / 21202
            dealer | - / pub=.91 / pub=3 / -                       | 21202 / 32112 / 42012 / 21202
            dealer | - / caught / offered=2                        | 21202 / 32112 / 00302
            dealer | pub=1 / pub=1 / pub=1 / pub=0                 | 32112 / 32112 / 32112 / 32112
            # "Hard in rounds 0 and 1. Then, if gOp > 2.8: press when the round number divides by 3, else hard, offering 2.
            # Otherwise (1,0,2,0,2) if the opponent offered 2 with tariff 1 or lower, else truce with offer 2."  Agreements E:
            # "(1,0,2,0,2) only before a deep agreement, (0,0,2,0,2) inside"
            brink  | - / - / pub=3 / pub=3 / pub=3                 | 42010 / 42010 / 42012 / 32112 / 42012
            brink  | - / - / offered=2 / offered=2 tariff=1 / deal=2 | 42010 / 42010 / 21202 / 10202 / 00202
            # "gOp > .9: chokepoint ban, (opponent's tariff clamped to 2..4, 3, 0, 1, 1). Otherwise slight under-complier:
            # (1,0,2,0,2) in or offered a deep deal, else (2,1,2,0,2)."  Agreements E: "inside a deep agreement (0,0,2,0,2)"
            choker | - / offered=2 / deal=2                        | 21202 / 10202 / 00202
            choker | pub=1 tariff=0 / pub=1 tariff=3 / pub=1 tariff=5 | 23011 / 33011 / 43011
            choker | pub=.4 ch=1 / pub=.4 ch=.9                    | 21202 / 23011
            # "pub > .4: press (pub < 2.2), hard (< 4) or war, offer 1."
            audit  | - / pub=.4 / pub=.41 / pub=2.2 / pub=4        | 21202 / 21202 / 32111 / 42011 / 53011
            # "sh = .6*sh + .4*(needed - sig) each round after the first ... From its second reading, sh > .55: cheat, sh > 1.4:
            # press, offer 1."  Readings .4, .64; in a deep deal needed is 3: .8, 1.28, 1.568.
            audit  | - / ch=1 / ch=1 / ch=2                        | 21202 / 21202 / 21101 / 21202
            audit  | - / deal=2 ch=1 / deal=2 ch=1 / deal=2 ch=1   | 21202 / 00302 / 21101 / 32111
            # "Press, with hard every third round (round mod 3 = 2), offer 1. If gOp > .9 a fear counter rises by 2 (cap 3),
            # otherwise falls by 1; while positive it plays truce with offer 2."
            bully  | - / - / - / - / - / -                         | 32111 / 32111 / 42011 / 32111 / 32111 / 42011
            bully  | - / pub=1 / - / -                             | 32111 / 21202 / 21202 / 32111
            bully  | pub=1 / pub=1 / - / - / -                     | 21202 / 21202 / 21202 / 21202 / 32111
            # "Starts at truce. Steps down one posture (not below truce) when gOp > 1.5; otherwise climbs one at each odd round
            # while gOp < .9, up to hard; offers 1."
            salami | - / - / - / - / - / - / - / -                 | 21201 / 21101 / 21101 / 32111 / 32111 / 42011 / 42011 / 42011
            salami | - / - / pub=1.6 / pub=1.6                     | 21201 / 21101 / 21201 / 21201
            salami | - / pub=.9 / - / pub=.89                      | 21201 / 21201 / 21201 / 21101
            # MATCH: "round 1 truce, offer 2 ... otherwise nice"
            match  | offered=2 / offered=2 / deal=2                | 21202 / 00302 / 00302
            # "n += 1; sh += (need - ch - sh)/max(2, min(n,6)), need 3 at deal 2, else 2": after three readings of 1 in a truce
            # .5, .75, .833; "n >= 3 and sh > .7: (0,0,2,0,2), else (2,1,1,0,2)"
            match  | - / ch=1 / ch=1 / ch=1                        | 21202 / 21202 / 21202 / 21102
            match  | - / deal=2 ch=2 / deal=2 ch=2 / deal=2 ch=2   | 21202 / 00302 / 00302 / 00202
            # .9, 1.35, 1.5; then 1.575: "sh > 1.5: (0,0,1,0,2) in a deep agreement, else (2,1,0,0,2)"
            match  | - / ch=.2 / ch=.2 / ch=.2 / ch=.2             | 21202 / 21202 / 21202 / 21102 / 21002
            match  | - / deal=2 ch=1.2 / deal=2 ch=1.2 / deal=2 ch=1.2 / deal=2 ch=1.2 | 21202 / 00302 / 00302 / 00202 / 00102
            # "n >= 2 and sh > 2.2: press, offer 1": 1.5, 2.25
            match  | - / deal=2 ch=0 / deal=2 ch=0                 | 21202 / 00302 / 32111
            # "+.2 if the other side was caught": .5 + .2, then .85
            match  | - / ch=1 caught / ch=1 / ch=1                 | 21202 / 21202 / 21202 / 21102
            # "after every round with an agreement" only
            match  | - / deal=0 ch=0 / deal=0 ch=0 / deal=0 ch=0   | 21202 / 21202 / 21202 / 21202
            """)
    void playAsTheirRulesSay(String name, String readings, String stances) {
        assertThat(play(name, readings)).isEqualTo(stances.replaceAll(" /$", "").strip());
    }

    @ParameterizedTest(name = "points {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # "flips mode when its last points were below -1.5. Cooperative mode: deep if the last offer was 2, else truce, offers
            # 2. Other mode: press."  Points are the mean of the last two rounds, once there are two.
            -1.5            | 21202
            -1.6            | 32111
            -1.6 -1.5       | 32111 21202
            -1.6 -1.4       | 32111 32111
            0 -3 -3         | 21202 21202 32111
            -9 0 0          | 32111 21202 21202
            """)
    void pavlovStaysWhereItWinsAndShiftsWhereItLoses(String points, String stances) {
        Strategy pavlov = new Pavlov(seat(1));
        StringJoiner played = new StringJoiner(" ");
        for (String one : points.split(" ")) {
            Situation situation = Situation.seenBy(Side.US).ownPoints(Double.parseDouble(one));
            played.add(words(pavlov.choose(reading(2, "", situation))));
        }
        assertThat(played.toString()).isEqualTo(stances);
    }

    @Test
    void pavlovAnswersADeepOfferWithDeepPostures() {
        assertThat(words(new Pavlov(seat(1)).choose(reading(1, "offered=2", Situation.seenBy(Side.US)))))
                .isEqualTo(DEEP);
    }

    @ParameterizedTest(name = "{0} on {1}: {3} with probability {4}, else {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # GTFT: "Cheat level answered in kind only if caught and with probability .5, else truce; levels press and above
            # softened by one step with probability .35; offers 2 up to cheat, else 1."
            gtft  | pub=.5        | 21202 | 21102 | 0
            gtft  | pub=.5 caught | 21202 | 21102 | .5
            gtft  | pub=1         | 32111 | 21102 | .35
            gtft  | pub=3         | 42011 | 32111 | .35
            gtft  | pub=5         | 53011 | 42011 | .35
            # MATCH: "l > 2: one step softer with probability .35, then posture l (softened to cheat: with compliance 2), offer 2
            # up to l = 2, else 1"
            match | pub=1         | 32111 | 21202 | .35
            match | pub=3         | 42011 | 32111 | .35
            match | pub=5         | 53011 | 42011 | .35
            """)
    void someSoftenTheirAnswersNowAndThen(String name, String reading, String hard, String soft, double share) {
        int tries = 2000;
        int softened = 0;
        for (int i = 0; i < tries; i++) {
            Strategy strategy = strategy(name, seat(i));
            String answer = words(strategy.choose(reading(2, reading, Situation.seenBy(Side.US))));
            assertThat(answer).isIn(hard, soft);
            softened += answer.equals(soft) ? 1 : 0;
        }
        // Binomial: standard deviation at most .0112, so .06 is more than five of them.
        assertThat(softened / (double) tries).isBetween(share - .06, share + .06);
        assertThat(share == 0 ? softened : 0).isZero();
    }

    @Test
    void randomOffersNothingTheTruceOrTheDeepSetAboutAsOften() {
        int[] taken = new int[3];
        Strategy random = new RandomPosture(seat(3));
        for (int i = 0; i < 3000; i++) {
            taken[random.choose(reading(2, "", Situation.seenBy(Side.US))).offer()]++;
        }
        // Binomial with n 3000, p 1/3: standard deviation 26, so 140 is more than five of them.
        for (int count : taken) {
            assertThat(count).isBetween(860, 1140);
        }
    }

    @Test
    void theNamedStancesOfferAsTheirMacros() {
        // Agreements C: "They offer 2, 1, 1, 1, 0, 0."
        assertThat(words(Stance.DEEP)).isEqualTo(DEEP);
        assertThat(words(Stance.TRUCE)).isEqualTo(TRUCE);
        assertThat(words(Stance.PRESS)).isEqualTo(PRESS);
        assertThat(words(Stance.WAR)).isEqualTo(WAR);
        assertThat(words(Stance.nice(reading(2, "", Situation.seenBy(Side.US)))))
                .isEqualTo(NICE);
    }

    private static String play(String name, String readings) {
        Strategy strategy = strategy(name, seat(1));
        StringJoiner stances = new StringJoiner(" / ");
        int round = 1;
        for (String reading : readings.split("/")) {
            stances.add(words(strategy.choose(reading(round++, reading, Situation.seenBy(Side.US)))));
        }
        return stances.toString();
    }

    private static BotSeat seat(long seed) {
        return BotSeat.seeded(Side.US, Situation.BUSAN, seed, 0);
    }

    private static Strategy strategy(String name, BotSeat seat) {
        return switch (name) {
            case "dove" -> new Dove();
            case "truce" -> new TruceKeeper();
            case "hawk" -> new Hawk();
            case "tft" -> new TitForTat();
            case "gtft" -> new GenerousTitForTat(seat);
            case "grim" -> new Grim();
            case "opport" -> new Opportunist(seat);
            case "dealer" -> new Dealer();
            case "brink" -> new Brinkman();
            case "choker" -> new Choker(seat);
            case "audit" -> new Auditor();
            case "bully" -> new Bully();
            case "salami" -> new Salami();
            case "match" -> new Matcher(seat);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Reading reading(int round, String words, Situation situation) {
        int deal = 1;
        int offered = 1;
        double pub = 0;
        double ch = 2;
        int tariff = 2;
        boolean caught = false;
        boolean selfCaught = false;
        for (String word : words.strip().split(" ")) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.replaceAll("=.*", "")) {
                case "deal" -> deal = Integer.parseInt(value);
                case "offered" -> offered = Integer.parseInt(value);
                case "pub" -> pub = Double.parseDouble(value);
                case "ch" -> ch = Double.parseDouble(value);
                case "tariff" -> tariff = Integer.parseInt(value);
                case "caught" -> caught = true;
                case "selfCaught" -> selfCaught = true;
                case "", "-" -> {}
                default -> throw new IllegalArgumentException(word);
            }
        }
        return new Reading(
                round,
                deal,
                deal,
                offered,
                deal == 2 ? 3 : 2,
                deal == 2 ? 3 : 2,
                pub,
                ch,
                tariff,
                caught,
                selfCaught,
                situation.inRound(round).observation());
    }

    private static String words(Stance stance) {
        Posture posture = stance.posture();
        return "" + posture.tariff() + posture.choke() + posture.compliance() + posture.port() + stance.offer();
    }
}
