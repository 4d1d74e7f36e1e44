package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.Limits;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.deed.Deed;
import dev.truce.match.negotiation.OfferRules;
import dev.truce.match.negotiation.TalkRules;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not be said, drafted, voted on or offered once more, and in which words that is told. */
class TalkRefusalTest {
    private static final int ROUNDS = 6;
    private static final Instrument PORT = Instrument.US_PORT_FEE;
    private static final int PORT_LEVELS =
            Table.RULES.scenario().spec(PORT).ladder().size();
    private static final int SOY_LEVELS =
            Table.RULES.scenario().spec(Instrument.CN_SOY_PURCHASES).ladder().size();

    private final TalkRules rules = new TalkRules(Table.RULES, Table.setup(ROUNDS, 7));

    private static Deed.Say threat(int level, int byRound, @Nullable Pledge unless) {
        return new Deed.Say(Channel.PUBLIC, "", new Statement.Threaten(PORT, level, byRound, unless));
    }

    private static Pledge soy(int bound) {
        return new Pledge(Instrument.CN_SOY_PURCHASES, bound);
    }

    private static Deed.Say text(String text) {
        return new Deed.Say(Channel.OTHER_SIDE, text, null);
    }

    /** A statement of the US in round 2 and what is wrong with it, or nothing. */
    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(threat(1, 2, null), ""),
                Arguments.of(threat(PORT_LEVELS - 1, ROUNDS, soy(SOY_LEVELS - 1)), ""),
                Arguments.of(threat(0, 3, soy(0)), ""),
                Arguments.of(
                        threat(PORT_LEVELS, 3, null),
                        "statement.level refused.no-level [us.port_fee, " + PORT_LEVELS + "] "),
                Arguments.of(threat(-1, 3, null), "statement.level refused.no-level [us.port_fee, -1] "),
                Arguments.of(threat(1, 1, null), "statement.by_round refused.bad_text.round [1, 2] 2..6"),
                Arguments.of(threat(1, 7, null), "statement.by_round refused.bad_text.end [7, 6] 2..6"),
                Arguments.of(
                        threat(1, 3, new Pledge(Instrument.US_FENTANYL_TARIFF, 1)),
                        "statement.unless refused.bad_text.condition [US, us.fentanyl_tariff] "),
                Arguments.of(
                        threat(1, 3, soy(SOY_LEVELS)),
                        "statement.unless refused.no-level [cn.soy_purchases, " + SOY_LEVELS + "] "),
                Arguments.of(threat(1, 3, soy(-1)), "statement.unless refused.no-level [cn.soy_purchases, -1] "),
                Arguments.of(
                        new Deed.Say(Channel.OTHER_SIDE, "", new Statement.Warn()),
                        "statement refused.bad_text.public [] "),
                Arguments.of(
                        new Deed.Say(Channel.PUBLIC, "", new Statement.Guard(Instrument.CN_SOY_PURCHASES)),
                        "statement.instrument refused.held-by [cn.soy_purchases, CN] "),
                Arguments.of(new Deed.Say(Channel.PUBLIC, "", new Statement.Guard(PORT)), ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("statements")
    void aStatementIsOnTheLaddersInTimeAndAboutOnesOwn(Deed.Say says, String expected) {
        assertThat(told(rules.refusal(says, Side.US, 2, 0, 0))).isEqualTo(expected);
    }

    static Stream<Arguments> texts() {
        String longest = "x".repeat(Limits.MAX_TEXT_CHARACTERS);
        return Stream.of(
                Arguments.of(longest, ""),
                Arguments.of("\ud83d\ude00".repeat(Limits.MAX_TEXT_CHARACTERS), ""),
                Arguments.of(longest + "x", "text refused.bad_text.long [" + Limits.MAX_TEXT_CHARACTERS + "] "),
                Arguments.of("  ", "text refused.bad_text.empty [] "),
                Arguments.of("a\u001b[2J", "text refused.bad_text.signs [] "),
                Arguments.of("a\nb", "text refused.bad_text.signs [] "));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void wordsArePlainAndAsLongAsTheyMayBe(String text, String expected) {
        assertThat(told(rules.refusal(text(text), Side.US, 2, 0, 0))).isEqualTo(expected);
    }

    @Test
    void aSeatSpeaksSoOftenInARoundAndNoMore() {
        Table table = Table.open(ROUNDS, DelegationMode.HEAD, 2);
        for (int i = 0; i < TalkRules.MAX_A_ROUND; i++) {
            assertThat(table.at("US.head").says(Channel.OTHER_SIDE, "word " + i).isAccepted())
                    .isTrue();
        }
        assertThat(told(table.at("US.head").says(Channel.OTHER_SIDE, "one more").refusal()))
                .isEqualTo("text refused.too_much_talk.round [16] ");
        assertThat(table.at("US.1")
                        .says(Channel.DELEGATION, "I have said nothing")
                        .isAccepted())
                .isTrue();
        assertThat(table.at("CN.head").says(Channel.OTHER_SIDE, "nor have I").isAccepted())
                .isTrue();
        table.everybodyIsReady();
        assertThat(table.at("US.head").says(Channel.OTHER_SIDE, "again").isAccepted())
                .isTrue();
    }

    /** What counts: 100 for each, the bytes of its text, and one more for what a record writes with a backslash. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "say \"no\"", "C:\\", "\u8c08\u5224"})
    void aSideSaysSoMuchInAMatchAndNoMore(String said) {
        int weight = TalkRules.weight(text(said));
        assertThat(weight)
                .isEqualTo(
                        switch (said) {
                            case "plain" -> 105;
                            case "say \"no\"" -> 110;
                            case "C:\\" -> 104;
                            default -> 106;
                        });
        int before = TalkRules.MAX_BYTES_A_MATCH - weight;
        assertThat(rules.refusal(text(said), Side.CN, 2, 0, before)).isNull();
        assertThat(told(rules.refusal(text(said), Side.CN, 2, 0, before + 1)))
                .isEqualTo("text refused.too_much_talk.match [CN, " + (weight - 101) + "] ");
        assertThat(told(rules.refusal(text(said), Side.CN, 2, 0, TalkRules.MAX_BYTES_A_MATCH)))
                .isEqualTo("text refused.too_much_talk.match [CN, 0] ");
    }

    @Test
    void aVoteNamesADraftThatStands() {
        Table table = Table.open(3, DelegationMode.HEAD, 3);
        assertThat(told(table.at("US.1").votes("US.2", true).refusal()))
                .isEqualTo("drafter refused.unknown_draft [US.2] ");
        table.at("US.1").drafts("PORT=80");
        table.at("US.head").drafts("FENT=0");
        table.at("CN.2").drafts("SOY=3");
        assertThat(told(table.at("US.1").votes("US.2", true).refusal()))
                .isEqualTo("drafter refused.unknown_draft [US.2] US.head US.1");
        assertThat(told(table.at("CN.1").votes("CN.head", true).refusal()))
                .isEqualTo("drafter refused.unknown_draft [CN.head] CN.2");
        for (int seat : new int[] {-1, 5}) {
            assertThat(told(table.at("US.1").votes(seat, true).refusal()))
                    .isEqualTo("drafter refused.unknown_draft.no-seat [] US.head US.1");
        }
    }

    @Test
    void whatStillStandsIsNamedWhenASecondOfferIsRefused() {
        Table table = Table.open(ROUNDS);
        table.seat("US").offers("renewal 4");
        table.seat("CN").offers("truce 8");
        assertThat(told(table.seat("US").offers("renewal 2").refusal()))
                .isEqualTo("offer refused.one_offer_a_round.open [US-1] ");
        table.seat("CN").accepts("US-1");
        assertThat(told(table.seat("US").offers("renewal 2").refusal()))
                .isEqualTo("offer refused.one_offer_a_round.accepted [US-1] ");
        table.seat("CN").withdraws("CN-1");
        table.seat("CN").offers("truce 4");
        assertThat(told(table.seat("US").refuses("CN-1").refusal())).endsWith(" CN-2");
    }

    @Test
    void aSideOffersSoOftenInARoundAndNoMore() {
        Table table = Table.open(ROUNDS);
        for (int i = 1; i <= OfferRules.MAX_A_ROUND; i++) {
            assertThat(table.seat("US").offers("renewal 4").isAccepted()).isTrue();
            table.seat("US").withdraws("US-" + i);
        }
        assertThat(told(table.seat("US").offers("renewal 4").refusal()))
                .isEqualTo("offer refused.one_offer_a_round.many [US, 8] ");
        table.everybodyIsReady();
        assertThat(table.seat("US").offers("renewal 4").isAccepted()).isTrue();
    }

    private static String told(@Nullable Refusal refusal) {
        return refusal == null
                ? ""
                : refusal.field() + " " + refusal.key() + " " + refusal.arguments() + " " + refusal.legal();
    }
}
