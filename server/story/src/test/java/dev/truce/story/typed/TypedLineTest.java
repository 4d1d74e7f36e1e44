package dev.truce.story.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedNotation;
import dev.truce.match.notation.DeedReader;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A typed line is read as one deed, or refused whole. */
class TypedLineTest {
    private static final int LINES = 3_000;

    private final OpenTable table = new OpenTable();
    private final TypedLine reader = new TypedLine(table.board());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        counter CN-1 truce 3; DUTY232<=eased; PACE>=3 | COUNTER CN-1 {.*US.DUTY232<=eased; .*US.PACE>=3; .*until r4}
        offer truce 3; SOY>=8                         | OFFER {.*CN.SOY>=8; .*until r4}
        FENT=5; PORT=80                               | FENT=5; PORT=80
        fent　5                                        | FENT=5
        ＯＦＦＥＲ renew 4                                 | OFFER {RENEW; for 4}
        HOLD                                          | HOLD
        say all "one; two"                            | SAY all "one; two"
        """)
    void aLineIsOneDeed(String line, String deed) {
        assertThat(reader.read(line)).isInstanceOf(Reply.Done.class);
        Deed read = ((Reply.Done<Deed>) reader.read(line)).value();
        assertThat(DeedNotation.of(read, 1, table.rules().scenario()))
                .matches(deed.replace("{", "\\{").replace("}", "\\}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        accept CN-1; RECIP=20     | UNKNOWN_OFFER
        FENT=5; ready             | ORDER_SYNTAX
        HOLD ; ready              | ORDER_SYNTAX
        ready heard 3             | ORDER_SYNTAX
        FENT=5; S301=concluded    | NOT_YET_LEGAL
        counter CN-7 renew 4      | UNKNOWN_OFFER
        draft FENT=5              | WRONG_PHASE
        vote 1 yes                | WRONG_PHASE
        DUTY232<=eased            | UNKNOWN_INSTRUMENT
        nonsense                  | UNKNOWN_COMMAND
        PORT                      | UNKNOWN_COMMAND
        """)
    void aLineIsRefusedWhole(String line, String code) {
        assertThat(((Reply.Refused<Deed>) reader.read(line)).refusal().code().name())
                .isEqualTo(code);
    }

    @Test
    void wordsAreAsLongAsTheRulesTakeThem() {
        assertThat(reader.read("say " + "x".repeat(280))).isInstanceOf(Reply.Done.class);
        assertThat(((Reply.Refused<Deed>) reader.read("say " + "x".repeat(281)))
                        .refusal()
                        .code())
                .isEqualTo(RefusalCode.BAD_TEXT);
    }

    /** Whatever is typed has a deed or a sentence, and nothing that the rules would take is refused. */
    @Test
    void whatIsRefusedTheRulesWouldRefuseToo() {
        SeatBoard board = table.board();
        for (String line : RandomLines.of(1, LINES)) {
            if (reader.read(line) instanceof Reply.Refused<Deed> refused) {
                Refusal refusal = refused.refusal();
                for (Phrases phrases : Bundles.all()) {
                    assertThat(phrases.has(refusal.key())).as(refusal.key()).isTrue();
                    assertThat(RefusalWords.of(phrases, refusal)).as(line).isNotEmpty();
                }
                Reply<Deed> alone =
                        new DeedReader(board.side(), board.openRound(), board.scenario(), board.context()).deed(line);
                if (refusal.code() instanceof RefusalCode && alone instanceof Reply.Done<Deed> deed) {
                    assertThat(table.does(deed.value())).as(line).isNotNull();
                }
            }
        }
    }
}
