package dev.truce.match.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.scenario.Scenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bots and people write what a side does in a round. */
class DeedNotationTest {
    private static final Scenario BUSAN = Scenarios.busan2025R2();
    private static final int ROUND = 3;

    private static DeedReader reader(Side side) {
        return new DeedReader(side, ROUND, BUSAN);
    }

    private static String printed(Side side, String line) {
        List<Deed> deeds = new ArrayList<>();
        for (Reply<Deed> reading : reader(side).read(line)) {
            assertThat(reading).as(line).isInstanceOf(Reply.Done.class);
            deeds.add(((Reply.Done<Deed>) reading).value());
        }
        return DeedNotation.of(deeds, ROUND, BUSAN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        US | hold                                          | HOLD
        US | accept o2; recip=20; Port = 50                | ACCEPT CN-2; RECIP=20; PORT=50
        CN | ACCEPT us-2; SOY=6.25                         | ACCEPT US-2; SOY=6.25
        US | OFFER {us.fent<=5; cn.soy>=8; until r8}       | OFFER {US.FENT<=5; CN.SOY>=8; until r8}
        CN | OFFER o {SOY >= 8.0; US.FENT<=5; for 5}       | OFFER {US.FENT<=5; CN.SOY>=8; until r8}
        US | OFFER o {Chip<=licensed; until 4; communique} | OFFER {US.CHIP<=licensed; until r4; communique}
        US | offer o {renew; for 4 rounds}; REASSURE       | OFFER {RENEW; for 4}; REASSURE
        US | guard fent; GUARD CHIP We cannot.             | GUARD FENT; GUARD CHIP SAY all "We cannot."
        CN | guard pace say all "Not now."                 | GUARD PACE SAY all "Not now."
        CN | COUNTER o1 {RENEW; for 1; communique}         | COUNTER US-1 {RENEW; for 1; communique}
        US | REJECT o3; WITHDRAW o1; NOTICE; WARN          | REJECT CN-3; WITHDRAW US-1; NOTICE; WARN
        US | threaten recip=84 by 5 unless cn.soy>=8       | THREATEN RECIP=84 by r5 unless CN.SOY>=8
        US | THREATEN PORT=80 BY R5                        | THREATEN PORT=80 by r5
        US | THREATEN PORT=80 by 5 unless soy>=8: Stop: it | THREATEN PORT=80 by r5 unless CN.SOY>=8 SAY all "Stop: it"
        US | THREATEN PORT=80 by 5 unless soy>=8 say all "a: b" | THREATEN PORT=80 by r5 unless CN.SOY>=8 SAY all "a: b"
        US | THREATEN PORT=80 by 5: say no                 | THREATEN PORT=80 by r5 SAY all "say no"
        US | SAY ALL "a; {b} \\"c\\" \\\\"; PORT=80        | SAY all "a; {b} \\"c\\" \\\\"; PORT=80
        CN | SAY other "我们，同意；"；SOY＝8                | SAY other "我们，同意；"; SOY=8
        US | SAY own "x";;                                 | SAY own "x"
        US | accept cn-2 #0123456789ABCDEF; refuse o1      | ACCEPT CN-2 #0123456789abcdef; REJECT CN-1
        US | ready; READY heard 3; unready; undo           | READY; READY heard 3; UNREADY; UNDO
        US | notice back; vote HEAD yes; vote 2 no         | NOTICE back; VOTE head yes; VOTE 2 no
        US | draft {chip=strict; Port=80}; DRAFT {hold}    | DRAFT {PORT=80; CHIP=strict}; DRAFT {HOLD}
        US | port 80; Recip  20                            | PORT=80; RECIP=20
        US | offer renew 4; WARN                           | OFFER {RENEW; for 4}; WARN
        US | offer {fent 5, SOY≥8 for 4} communique        | OFFER {US.FENT<=5; CN.SOY>=8; until r7; communique}
        US | refuse 1; accept cn2; withdraw o3             | REJECT CN-1; ACCEPT CN-2; WITHDRAW US-3
        US | say Our ports: yours，too.                     | SAY all "Our ports: yours，too."
        US | tell "Renew.\\""; whisper calm               | SAY other "Renew.\\""; SAY own "calm"
        US | warn "No more delays."; reassure all is well  | WARN SAY all "No more delays."; REASSURE SAY all "all is well"
        US | threaten port = 80 by round 6 unless PORT<=0: Your fee： our fee | THREATEN PORT=80 by r6 unless CN.PORT<=0 SAY all "Your fee： our fee"
        US | warn say all "Mind; you."; REASSURE SAY own "" | WARN SAY all "Mind; you."; REASSURE SAY own ""
        US | THREATEN PORT=80 by 5 unless CN.SOY>=8 say all "\\\\"; UNDO | THREATEN PORT=80 by r5 unless CN.SOY>=8 SAY all "\\\\"; UNDO
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
        US | OFFER o {FENT<=5; FENT<=0; until r8}    | BAD_TERMS
        US | OFFER o {FENT<=5; for 2; for 2}         | BAD_TERMS
        US | OFFER o {RENEW; FENT<=5; for 2}         | BAD_TERMS
        US | OFFER o {FENT<=7; until r8}             | LEVEL_NOT_ON_LADDER
        US | OFFER o {CN.SOIA>=7; until r8}          | UNKNOWN_INSTRUMENT
        US | OFFER o {FENT<=5; until r8              | BAD_TERMS
        US | COUNTER {RENEW; for 2}                  | UNKNOWN_OFFER
        US | COUNTER                                 | UNKNOWN_OFFER
        US | OFFER renew until r7                    | BAD_TERMS
        US | OFFER renew 4; for 4                    | BAD_TERMS
        US | OFFER renew 4 for 4                     | BAD_TERMS
        US | COUNTER US-1 {RENEW; for 2}             | UNKNOWN_OFFER
        US | THREATEN SOY=8 by r5                    | NOT_YOUR_INSTRUMENT
        US | THREATEN PORT=80                        | ORDER_SYNTAX
        US | THREATEN PORT=80 by r5000               | ORDER_SYNTAX
        US | THREATEN PORT=80 by r5 unless: calm     | ORDER_SYNTAX
        US | THREATEN PORT=80 by r5 "Be calm: stop"  | ORDER_SYNTAX
        US | THREATEN PORT=80 by r5 unless CN.SOY>=8 "calm" | ORDER_SYNTAX
        US | VOTE yes                                | ORDER_SYNTAX
        US | THREATEN PORT=80 by r5 unless US.PORT<=0 | NOT_YOUR_INSTRUMENT
        US | SAY all words                           | BAD_TEXT
        US | SAY all ""                              | BAD_TEXT
        US | SAY everybody "words"                   | BAD_TEXT
        US | SAY all "a\\b"                          | BAD_TEXT
        US | WARN SAY everybody "words"              | BAD_TEXT
        US | WARN SAY own words                      | BAD_TEXT
        US | TELL                                    | BAD_TEXT
        US | VOTE trade no                           | ORDER_SYNTAX
        US | ACCEPT CN-1 #123                        | UNKNOWN_OFFER
        US | READY soon                              | ORDER_SYNTAX
        US | VOTE 2                                  | ORDER_SYNTAX
        US | DRAFT                                   | ORDER_SYNTAX
        US | DRAFT {SOY=8}                           | NOT_YOUR_INSTRUMENT
        US | UNDO all                                | ORDER_SYNTAX
        """)
    void thisIsRefused(Side side, String phrase, NotationFault code) {
        Reply<Deed> reading = reader(side).deed(phrase);
        assertThat(reading).as(phrase).isInstanceOf(Reply.Refused.class);
        Refusal wrong = ((Reply.Refused<Deed>) reading).refusal();
        assertThat(wrong.code()).isEqualTo(code);
        assertThat(wrong.key()).startsWith("refused.");
        assertThat(wrong.legal()).isNotEmpty();
        assertThat(wrong.field()).hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void oneWrongPhraseLeavesTheOthersStanding() {
        List<Reply<Deed>> readings = reader(Side.US).read("PORT=80; RECIP=banana; NOTICE");
        assertThat(readings).hasSize(3);
        assertThat(readings.get(0)).isInstanceOf(Reply.Done.class);
        assertThat(((Reply.Refused<Deed>) readings.get(1)).refusal().code())
                .isEqualTo(NotationFault.LEVEL_NOT_ON_LADDER);
        assertThat(readings.get(2)).isEqualTo(Reply.done(new Deed.GiveNotice(true)));
    }

    @Test
    void longLinesAndManyPhrasesAreRefused() {
        assertThat(reader(Side.US).read("X".repeat(DeedReader.MAX_CHARACTERS + 1)))
                .singleElement()
                .isInstanceOf(Reply.Refused.class);
        List<Reply<Deed>> readings = reader(Side.US).read("WARN;".repeat(500));
        assertThat(readings).hasSize(DeedReader.MAX_ITEMS + 1);
        assertThat(readings.get(DeedReader.MAX_ITEMS)).isInstanceOf(Reply.Refused.class);
    }

    @Property(tries = 1000)
    void whatIsPrintedReadsBackAsTheSameAndPrintsTheSame(
            @ForAll long seed,
            @ForAll Side side,
            @ForAll @IntRange(min = 1, max = 64) int round,
            @ForAll("words") String words) {
        SplitMix64 random = new SplitMix64(seed);
        List<Deed> deeds = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            deeds.add(deed(random, side, words));
        }
        String text = DeedNotation.of(deeds, round, BUSAN);
        List<Reply<Deed>> expected = new ArrayList<>();
        for (Deed deed : deeds) {
            expected.add(Reply.done(deed));
        }
        assertThat(new DeedReader(side, round, BUSAN).read(text)).as(text).isEqualTo(expected);
    }

    @Test
    void oneDeedMayHaveSeveralOrders() {
        Deed orders = new Deed.Submit(List.of(new RequestedOrder(1, 3), new RequestedOrder(5, 2)));
        String text = DeedNotation.of(orders, ROUND, BUSAN);
        assertThat(text).isEqualTo("RECIP=20; PORT=80");
        assertThat(reader(Side.US).deed(text)).isEqualTo(Reply.done(orders));
        assertThat(reader(Side.US).read(text)).hasSize(2);
    }

    @Test
    void everyKindOfDeedHasARow() {
        assertThat(DeedNotation.kinds()).containsExactlyInAnyOrder(Deed.class.getPermittedSubclasses());
    }

    @Test
    void everyKindOfStatementHasAWordAndALineThatCanBeTyped() {
        Set<Class<?>> kinds = new HashSet<>();
        for (String word : StatementNotation.words()) {
            for (Side side : Side.values()) {
                String line = StatementNotation.example(word, side, ROUND);
                Reply<Deed> read = reader(side).deed(line);
                assertThat(read).as(line).isInstanceOf(Reply.Done.class);
                Statement statement = ((Deed.Say) ((Reply.Done<Deed>) read).value()).statement();
                assertThat(statement).as(line).isNotNull();
                assertThat(StatementNotation.of(statement, BUSAN)).startsWith(word);
                kinds.add(statement.getClass());
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder(Statement.class.getPermittedSubclasses());
    }

    /** A person types what a refusal says would be right, in each scenario. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FENT",
                "FENT for 4",
                "renew 4; FENT",
                "deep; FENT",
                "deep 3; FENT",
                "FENT>=5",
                "fent >= 5 private",
                "FENT>=99 for 4",
                "FENT<=5; FENT<=10 for 2",
                "FENT<=5; FENT<=10; SOY",
                "SOY; FENT; for 2; for 3",
                "SOY<=8; nonsense",
                "truce; SOY<=8 until r3 communique",
                "FENT<=0",
                "deep",
                "renew 9",
                "renew"
            })
    void whatWouldBeRightInPlaceOfWrongTermsIsRight(String typed) {
        for (Scenario scenario : List.of(BUSAN, Scenarios.busan2025())) {
            DeedReader reader = new DeedReader(Side.US, 1, scenario);
            Reply<Deed> read = reader.deed("OFFER " + typed);
            assertThat(read).as(typed).isInstanceOf(Reply.Refused.class);
            String right = ((Reply.Refused<Deed>) read).refusal().legal();
            if (((Reply.Refused<Deed>) read).refusal().code() == NotationFault.BAD_TERMS) {
                assertThat(reader.deed("OFFER " + right))
                        .as("%s, in place of %s by %s", right, typed, scenario.id())
                        .isInstanceOf(Reply.Done.class);
            }
        }
    }

    @Test
    void actsOfTheHostAreReadAndPrinted() {
        List<HostAct> acts = List.of(
                new HostAct.Start(),
                new HostAct.PlayCard(4, "leak CN.SOY"),
                new HostAct.Abandon("the \"bell\" \\ rang"));
        // That every kind is read and printed is a law of DeedLawTest.
        for (HostAct act : acts) {
            assertThat(HostActNotation.read(HostActNotation.of(act), 1)).contains(act);
        }
        assertThat(HostActNotation.read("card harvest-failure", 3))
                .contains(new HostAct.PlayCard(3, "harvest-failure"));
        assertThat(HostActNotation.read("card leak CN.SOY in round 5", 3))
                .contains(new HostAct.PlayCard(5, "leak CN.SOY"));
        assertThat(HostActNotation.read("abandon the bell rang", 3)).contains(new HostAct.Abandon("the bell rang"));
        for (String wrong : List.of("", "nonsense", "start now", "card", "abandon", "abandon \"")) {
            assertThat(HostActNotation.read(wrong, 3)).as(wrong).isEmpty();
        }
        assertThat(HostActNotation.read("ABANDON \"a\"b\"", 3)).isEmpty();
    }

    /** Patterns that try every blank again and again would take minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "VOTE a%sx",
                "THREATEN RECIP=34 BY 5 UNLESS%s\"",
                "THREATEN RECIP=34 BY 5 UNLESS x%s\"",
                "OFFER {FENT%sx\u2028y; for 4}",
                "OFFER {FENT =%sx\u2028y; for 4}"
            })
    void manyBlanksAreRefusedAsFastAsFew(String form) {
        String line = form.formatted(" ".repeat(DeedReader.MAX_CHARACTERS - form.length()));
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(reader(Side.US).read(line)).singleElement().isInstanceOf(Reply.Refused.class));
    }

    @Test
    void actsOfTheHostMayHaveManyBlanksAndNumbers() {
        String blanks = " ".repeat(60_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(HostActNotation.read("CARD x" + blanks + "y", 3)).isPresent();
            assertThat(HostActNotation.read("CARD leak IN" + blanks + "round" + blanks + "5", 3))
                    .contains(new HostAct.PlayCard(5, "leak"));
            assertThat(ClassActNotation.read("1" + ",1".repeat(60_000) + ": START", 3))
                    .isEmpty();
            assertThat(ClassActNotation.read("1" + ",1".repeat(60_000), 3)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        leak CN.SOY,             3, leak CN.SOY
        R5 leak CN.SOY,          5, leak CN.SOY
        leak CN.SOY r5,          5, leak CN.SOY
        leak CN.SOY in r5,       5, leak CN.SOY
        leak CN.SOY In Round 12, 12, leak CN.SOY
        R5 leak round 6,         5, leak round 6
        in round 5,              5, in
        round 5,                 3, round 5
        leak 5,                  3, leak 5
        R5,                      3, R5
        leak in,                 3, leak in
        leak round 123,          3, leak round 123
        """)
    void aCardMayNameItsRoundBeforeOrAfterIt(String typed, int round, String card) {
        assertThat(HostActNotation.read("card " + typed, 3)).contains(new HostAct.PlayCard(round, card));
    }

    @Property(tries = 1000)
    void anyTextAtAllIsReadOrRefused(@ForAll String text, @ForAll Side side) {
        assertThat(reader(side).read(text)).doesNotContainNull();
        assertThat(reader(side).deed("OFFER o {" + text + "}")).isNotNull();
        assertThat(reader(side).deed("SAY all " + text)).isNotNull();
    }

    /** What fits on a line. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ab\\\"{};；，\u6211 ")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Deed deed(SplitMix64 random, Side side, String words) {
        OfferId theirs = new OfferId(side.other(), 1 + random.nextInt(9999));
        return switch (random.nextInt(13)) {
            case 0 -> new Deed.Submit(List.of());
            case 1 -> new Deed.MakeOffer(terms(random), null);
            case 2 -> new Deed.MakeOffer(terms(random), theirs);
            case 3 -> new Deed.Accept(theirs, random.nextInt(2) == 0 ? "" : "0123456789abcdef");
            case 4 -> new Deed.Refuse(theirs);
            case 5 -> new Deed.Withdraw(new OfferId(side, 1 + random.nextInt(9999)));
            case 6 -> new Deed.GiveNotice(random.nextInt(2) == 0);
            case 7 ->
                new Deed.Say(
                        Channel.PUBLIC,
                        "",
                        random.nextInt(2) == 0
                                ? new Statement.Warn()
                                : new Statement.Guard(
                                        BUSAN.instruments().of(side).get(random.nextInt(9))));
            case 8 -> new Deed.Say(Channel.values()[random.nextInt(3)], words, threat(random, side));
            case 9 -> new Deed.Say(Channel.values()[random.nextInt(3)], words, null);
            case 10 -> new Deed.Vote(random.nextInt(5), random.nextInt(2) == 0);
            case 11 -> new Deed.Ready(random.nextInt(2) == 0, random.nextInt(200));
            default -> {
                Pledge order = pledge(random, side);
                List<RequestedOrder> orders =
                        List.of(new RequestedOrder(order.instrument().ordinal(), order.bound()));
                yield random.nextInt(2) == 0 ? new Deed.Submit(orders) : new Deed.PutDraft(orders);
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
        for (Instrument instrument : BUSAN.instruments().all()) {
            if (random.nextInt(3) == 0) {
                pledges.add(pledge(random, instrument));
            }
        }
        return new Terms.Package(pledges.isEmpty() ? List.of(pledge(random, Side.US)) : pledges, rounds, communique);
    }

    private static Pledge pledge(SplitMix64 random, Side side) {
        return pledge(random, BUSAN.instruments().of(side).get(random.nextInt(9)));
    }

    private static Pledge pledge(SplitMix64 random, Instrument instrument) {
        return new Pledge(
                instrument, random.nextInt(BUSAN.spec(instrument).ladder().size()));
    }
}
