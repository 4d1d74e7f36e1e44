package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.seat.Board;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.DeedReader;
import dev.truce.protocol.client.Heard;
import dev.truce.scenario.Scenarios;
import dev.truce.story.words.TermsWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms as people type them, and as the screens write them. */
class TypedTermsTest {
    /** Takes terms of up to eight rounds. */
    private static final Scenario BUSAN = Scenarios.busan2025R2();

    private final Board board = new Board(BUSAN, Side.US);
    private final TermsWords words = new TermsWords(Texts.wording(BUSAN));

    @BeforeEach
    void openARound() throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        new FakeServer(mailbox, BUSAN).begin();
        for (Happening next = mailbox.poll(0); next != null; next = mailbox.poll(0)) {
            if (Happening.heard(next) instanceof Heard.Told told) {
                board.take(told.notice(), 0, true);
            }
        }
    }

    private Terms read(String text) {
        Reply<Deed> reading = new DeedReader(Side.US, board.openRound(), BUSAN, board.context()).deed("offer " + text);
        assertThat(reading).as(text).isInstanceOf(Reply.Done.class);
        return ((Deed.MakeOffer) ((Reply.Done<Deed>) reading).value()).terms();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        renew 4                                        | renew 4
        RENEW 4 rounds communique                      | renew 4 communique
        {renew A1 until r7}                            | renew 4
        truce 4                                        | truce 4
        deep 8 private                                 | deep 8
        FENT<=5; RECIP<=10; SOY>=8 for 4 private       | US.FENT<=5; US.RECIP<=10; CN.SOY>=8 for 4
        {US.FENT<=5; CN.RECIP<=5; CN.SOY>=8; until r8} | US.FENT<=5; CN.RECIP<=5; CN.SOY>=8 for 7
        us.fentanyl_tariff=5，chip<=Strict for 1 round   | US.FENT<=5; US.CHIP<=strict for 1
        FENT≤5； SOY≥6.250 for 8                         | US.FENT<=5; CN.SOY>=6.25 for 8
        truce 4; SOY>=8 communique                     | truce 4; CN.SOY>=8 communique
        {renew A1 until r7; CN.SOY>=9}                 | truce 6; CN.SOY>=9
        fent 5; pace 3 for 2                           | US.FENT<=5; US.PACE>=3 for 2
        """)
    void termsAreReadAsPeopleTypeThem(String typed, String written) {
        assertThat(words.line(read(typed))).isEqualTo(written);
    }

    @Test
    void whatIsWrittenIsReadAsTheSameTerms() {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            Terms terms = random.nextInt(8) == 0
                    ? new Terms.Renewal(1 + random.nextInt(8), random.nextBoolean())
                    : new Terms.Package(pledges(random), 1 + random.nextInt(8), random.nextBoolean());
            assertThat(read(words.line(terms))).as(words.line(terms)).isEqualTo(terms);
        }
    }

    private static List<Pledge> pledges(Random random) {
        List<Pledge> pledges = new ArrayList<>();
        int odds = 1 + random.nextInt(6);
        for (Instrument instrument : BUSAN.instruments().all()) {
            if (random.nextInt(odds) == 0 || (pledges.isEmpty() && instrument == Instrument.CN_UNRELIABLE_ENTITIES)) {
                int levels = BUSAN.spec(instrument).ladder().size();
                pledges.add(new Pledge(instrument, random.nextInt(levels)));
            }
        }
        return pledges;
    }

    @Test
    void theDeepSetIsTheDeepestThereIs() {
        double us = 0;
        double cn = 0;
        for (Pledge pledge : ((Terms.Package) read("deep 8")).pledges()) {
            double value = BUSAN.spec(pledge.instrument()).depthValues().get(pledge.bound());
            us += BySide.pick(pledge.instrument().holder(), value, 0);
            cn += BySide.pick(pledge.instrument().holder(), 0, value);
        }
        assertThat(us).isEqualTo(2.0, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(cn).isEqualTo(2.0, org.assertj.core.data.Offset.offset(1e-9));
    }
}
