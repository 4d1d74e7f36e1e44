package dev.truce.match.notation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Order;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.notation.PhraseReader.Reading;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How bots and people write what a side does in a round. */
class PhraseNotationTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final int ROUND = 3;

    private static PhraseReader reader(Side side) {
        return new PhraseReader(side, ROUND, BUSAN);
    }

    private static String printed(Side side, String line) {
        List<Phrase> phrases = new ArrayList<>();
        for (Reading reading : reader(side).read(line)) {
            assertThat(reading).as(line).isInstanceOf(Reading.Read.class);
            phrases.add(((Reading.Read) reading).phrase());
        }
        return PhraseText.of(phrases, ROUND, BUSAN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        US | hold                                          | HOLD
        US | accept o2; recip=20; Port = 50                | ACCEPT CN-2; RECIP=20; PORT=50
        CN | ACCEPT us-2; SOY=6.25                         | ACCEPT US-2; SOY=6.25
        US | OFFER {us.fent<=5; cn.soy>=8; until r8}       | OFFER o {US.FENT<=5; CN.SOY>=8; until r8}
        CN | OFFER o {SOY >= 8.0; US.FENT<=5; for 5}       | OFFER o {US.FENT<=5; CN.SOY>=8; until r8}
        US | OFFER o {Chip<=licensed; until 4; communique} | OFFER o {US.CHIP<=licensed; until r4; communique}
        US | offer o {renew; for 4 rounds}; REASSURE       | OFFER o {RENEW; for 4}; REASSURE
        CN | COUNTER o1 {RENEW; for 1; communique}         | COUNTER US-1 {RENEW; for 1; communique}
        US | REJECT o3; WITHDRAW o1; NOTICE; WARN          | REJECT CN-3; WITHDRAW US-1; NOTICE; WARN
        US | threaten recip=84 by 5 unless cn.soy>=8       | THREATEN RECIP=84 by r5 unless CN.SOY>=8
        US | THREATEN PORT=80 BY R5                        | THREATEN PORT=80 by r5
        US | SAY ALL "a; {b} \\"c\\" \\\\"; PORT=80        | SAY all "a; {b} \\"c\\" \\\\"; PORT=80
        CN | SAY other "我们，同意；"；SOY＝8                | SAY other "我们，同意；"; SOY=8
        US | SAY own "x";;                                 | SAY own "x"
        """)
    void thisIsReadAndPrintedSo(Side side, String line, String canonical) {
        assertThat(printed(side, line)).isEqualTo(canonical);
        assertThat(printed(side, canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        US | RECIP=30                                | LEVEL_NOT_ON_LADDER
        US | SOY=8                                   | NOT_YOUR_INSTRUMENT
        US | TARIF=5                                 | UNKNOWN_INSTRUMENT
        US | HOLD still                              | ORDER_SYNTAX
        US | nonsense                                | ORDER_SYNTAX
        US | ACCEPT US-1                             | UNKNOWN_OFFER
        US | ACCEPT                                  | UNKNOWN_OFFER
        US | WITHDRAW CN-1                           | UNKNOWN_OFFER
        US | WITHDRAW o0                             | UNKNOWN_OFFER
        US | OFFER                                   | BAD_TERMS
        US | OFFER o {}                              | BAD_TERMS
        US | OFFER o {US.FENT<=5}                    | BAD_TERMS
        US | OFFER o {until r8}                      | BAD_TERMS
        US | OFFER o {US.FENT<=5; until r3}          | BAD_TERMS
        US | OFFER o {US.FENT<=5; until r12}         | BAD_TERMS
        US | OFFER o {US.FENT<=5; for 9}             | BAD_TERMS
        US | OFFER o {US.FENT>=5; until r8}          | BAD_TERMS
        US | OFFER o {CN.SOY<=8; until r8}           | BAD_TERMS
        US | OFFER o {FENT<=5; FENT<=5; until r8}    | BAD_TERMS
        US | OFFER o {FENT<=5; for 2; for 2}         | BAD_TERMS
        US | OFFER o {RENEW; FENT<=5; for 2}         | BAD_TERMS
        US | OFFER o {FENT<=7; until r8}             | LEVEL_NOT_ON_LADDER
        US | OFFER o {CN.SOIA>=7; until r8}          | UNKNOWN_INSTRUMENT
        US | OFFER o {FENT<=5; until r8              | BAD_TERMS
        US | COUNTER {RENEW; for 2}                  | BAD_TERMS
        US | COUNTER US-1 {RENEW; for 2}             | UNKNOWN_OFFER
        US | THREATEN SOY=8 by r5                    | NOT_YOUR_INSTRUMENT
        US | THREATEN PORT=80                        | ORDER_SYNTAX
        US | THREATEN PORT=80 by r5 unless US.PORT<=0 | NOT_YOUR_INSTRUMENT
        US | SAY all words                           | BAD_TEXT
        US | SAY all ""                              | BAD_TEXT
        US | SAY everybody "words"                   | BAD_TEXT
        US | SAY all "a\\b"                          | BAD_TEXT
        """)
    void thisIsRefused(Side side, String phrase, NotationFault code) {
        Reading reading = reader(side).phrase(phrase);
        assertThat(reading).as(phrase).isInstanceOf(Reading.Wrong.class);
        Reading.Wrong wrong = (Reading.Wrong) reading;
        assertThat(wrong.code()).isEqualTo(code);
        assertThat(wrong.detail()).isNotEmpty();
        assertThat(wrong.legal()).isNotEmpty();
        assertThat(wrong.written()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void oneWrongPhraseLeavesTheOthersStanding() {
        List<Reading> readings = reader(Side.US).read("PORT=80; RECIP=banana; NOTICE");
        assertThat(readings).hasSize(3);
        assertThat(readings.get(0)).isInstanceOf(Reading.Read.class);
        assertThat(((Reading.Wrong) readings.get(1)).code()).isEqualTo(NotationFault.LEVEL_NOT_ON_LADDER);
        assertThat(readings.get(2)).isEqualTo(new Reading.Read(new Phrase.GivesNotice()));
    }

    @Test
    void longLinesAndManyPhrasesAreRefused() {
        assertThat(reader(Side.US).read("X".repeat(PhraseReader.MOST_CHARACTERS + 1)))
                .singleElement()
                .isInstanceOf(Reading.Wrong.class);
        List<Reading> readings = reader(Side.US).read("WARN;".repeat(500));
        assertThat(readings).hasSize(PhraseReader.MOST_PHRASES + 1);
        assertThat(readings.get(PhraseReader.MOST_PHRASES)).isInstanceOf(Reading.Wrong.class);
    }

    @Property(tries = 1000)
    void whatIsPrintedReadsBackAsTheSameAndPrintsTheSame(
            @ForAll long seed,
            @ForAll Side side,
            @ForAll @IntRange(min = 1, max = 64) int round,
            @ForAll("words") String words) {
        SplitMix64 random = new SplitMix64(seed);
        List<Phrase> phrases = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            phrases.add(phrase(random, side, words));
        }
        String text = PhraseText.of(phrases, round, BUSAN);
        List<Reading> expected = new ArrayList<>();
        for (Phrase phrase : phrases) {
            expected.add(new Reading.Read(phrase));
        }
        assertThat(new PhraseReader(side, round, BUSAN).read(text)).as(text).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void anyTextAtAllIsReadOrRefused(@ForAll String text, @ForAll Side side) {
        assertThat(reader(side).read(text)).doesNotContainNull();
        assertThat(reader(side).phrase("OFFER o {" + text + "}")).isNotNull();
        assertThat(reader(side).phrase("SAY all " + text)).isNotNull();
    }

    /** What fits on a line. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ab\\\"{};；，\u6211 ")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Phrase phrase(SplitMix64 random, Side side, String words) {
        OfferId theirs = new OfferId(side.other(), 1 + random.nextInt(9999));
        return switch (random.nextInt(11)) {
            case 0 -> new Phrase.Holds();
            case 1 -> new Phrase.Offers(terms(random));
            case 2 -> new Phrase.Counters(theirs, terms(random));
            case 3 -> new Phrase.Accepts(theirs);
            case 4 -> new Phrase.Rejects(theirs);
            case 5 -> new Phrase.Withdraws(new OfferId(side, 1 + random.nextInt(9999)));
            case 6 -> new Phrase.GivesNotice();
            case 7 ->
                new Phrase.Says(
                        Channel.PUBLIC, "", random.nextInt(2) == 0 ? new Statement.Warn() : new Statement.Reassure());
            case 8 -> new Phrase.Says(Channel.PUBLIC, "", threat(random, side));
            case 9 -> new Phrase.Says(Channel.values()[random.nextInt(3)], words, null);
            default -> {
                Pledge order = pledge(random, side);
                yield new Phrase.Sets(new Order(order.instrument(), order.bound()));
            }
        };
    }

    private static Statement threat(SplitMix64 random, Side side) {
        Pledge deed = pledge(random, side);
        return new Statement.Threaten(
                deed.instrument(),
                deed.bound(),
                1 + random.nextInt(64),
                random.nextInt(2) == 0 ? null : pledge(random, side.other()));
    }

    private static Terms terms(SplitMix64 random) {
        int rounds = 1 + random.nextInt(8);
        boolean communique = random.nextInt(2) == 0;
        if (random.nextInt(4) == 0) {
            return new Terms.Renewal(rounds, communique);
        }
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            if (random.nextInt(3) == 0) {
                pledges.add(pledge(random, instrument));
            }
        }
        return new Terms.Package(pledges.isEmpty() ? List.of(pledge(random, Side.US)) : pledges, rounds, communique);
    }

    private static Pledge pledge(SplitMix64 random, Side side) {
        return pledge(random, Instrument.of(side).get(random.nextInt(9)));
    }

    private static Pledge pledge(SplitMix64 random, Instrument instrument) {
        return new Pledge(
                instrument, random.nextInt(BUSAN.spec(instrument).ladder().size()));
    }
}
