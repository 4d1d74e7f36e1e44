package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed wrongly gets its code, names the wrong thing, and says what to type next. */
class ErrorTableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        TARIF=5           | UNKNOWN_INSTRUMENT  | there is no lever TARIF                    | legal
        RECI=5            | UNKNOWN_INSTRUMENT  | there is no lever RECI; near: RECIP        | legal RECIP
        RECIP=30          | LEVEL_NOT_ON_LADDER | there is no level RECIP=30; nearest 20 and 34   | RECIP=20
        RECIP=200         | LEVEL_NOT_ON_LADDER | there is no level RECIP=200; nearest 125        | RECIP=125
        CHIP=strikt       | LEVEL_NOT_ON_LADDER | there is no level CHIP=strikt; nearest strict   | CHIP=strict
        DUTY301=10        | NOT_YET_LEGAL       | DUTY301 10 needs a 301 investigation      | S301=active
        S301=concluded    | NOT_YET_LEGAL       | S301 concluded cannot be ordered          | S301=active
        CHIP=open         | NOT_YET_LEGAL       | CHIP open needs an agreement with         | explain technology chapter
        AGRI=10           | NOT_YOUR_INSTRUMENT | CN holds AGRI, and you play US           | legal
        CN.RECIP=20       | NOT_YOUR_INSTRUMENT | CN holds RECIP, and you play US          | legal
        PORT=0; PORT=80   | CONFLICTING_ORDERS  | PORT=0 and PORT=80 are both ordered         | PORT=80
        FENT=             | LEVEL_NOT_ON_LADDER | FENT needs a level                        | legal FENT
        set               | LEVEL_MISSING       | set needs an order                        | legal
        comit             | UNKNOWN_COMMAND     | There is no command "comit". Did you mean "commit" | commit
        offr renew 4      | UNKNOWN_COMMAND     | Did you mean "offer renew 4"              | offer renew 4
        tariff            | UNKNOWN_COMMAND     | Did you mean "explain tariff"             | explain tariff
        FENT              | UNKNOWN_COMMAND     | FENT is a lever, not a command      | legal FENT
        xyzzy             | UNKNOWN_COMMAND     | There is no command "xyzzy"                        | help
        show round 9      | UNKNOWN_ROUND       | round 9 is not over             | state
        explain snapback  | UNKNOWN_WORD        | snapback has no entry; near: snap-back    | explain snap-back
        legal SOY         | NOT_YOUR_INSTRUMENT | CN holds SOY, and you play US                         | state CN.SOY
        state FOO         | UNKNOWN_INSTRUMENT  | there is no lever FOO                      | legal
        offer             | BAD_TERMS           | an offer needs terms                      | offer renew 4
        offer renew       | BAD_TERMS           | the number of rounds is missing            | offer renew for 4
        offer renew 9     | BAD_TERMS           | an agreement lasts 1 to 8 rounds, not 9   | offer renew for 8
        offer FENT<=5     | BAD_TERMS           | the number of rounds is missing            | offer FENT<=5 for 3
        offer truce until r1 | BAD_TERMS        | the end cannot be round 1             | offer truce for 4
        offer FENT>=5 for 4  | BAD_TERMS        | US.FENT is public, so a clause is a cap   | offer US.FENT<=5 for 3
        offer SOY<=8 for 4   | BAD_TERMS        | CN.SOY is covert, so a clause is a floor  | offer CN.SOY>=8 for 3
        offer FENT<=7 for 4  | LEVEL_NOT_ON_LADDER | there is no level US.FENT<=7; nearest 5 and 10 | offer FENT<=5 for 3
        offer FENT for 4     | BAD_TERMS        | the clause on US.FENT needs a bound       | offer US.FENT<=10 for 4
        offer FNT<=5 for 4   | UNKNOWN_INSTRUMENT | there is no lever FNT; near: FENT        | state FENT
        offer renw 4         | UNKNOWN_INSTRUMENT | near: renew                             | offer renew 3
        offer FENT<=5; FENT<=0 for 4 | BAD_TERMS           | US.FENT<=5 and US.FENT<=0 are in one offer | offer US.FENT<=0 for 3
        counter           | UNKNOWN_OFFER       | there is no open offer by China                    | pacts
        counter CN-1 FENT<=7 for 4 | LEVEL_NOT_ON_LADDER | there is no level US.FENT<=7               | pacts
        counter CN-1 renew   | BAD_TERMS        | the number of rounds is missing            | pacts
        accept            | UNKNOWN_OFFER       | there is no open offer by China                    | pacts
        accept CN-9       | UNKNOWN_OFFER       | there is no offer CN-9                    | pacts
        try accept        | UNKNOWN_OFFER       | there is no open offer by China                    | pacts
        try offer renew   | BAD_TERMS           | the number of rounds is missing            | try offer renew for 4
        withdraw          | UNKNOWN_OFFER       | there is no open offer by the US                    | pacts
        pacts CN-9        | UNKNOWN_OFFER       | there is no offer CN-9                    | pacts
        notice now        | ORDER_SYNTAX        | nothing may follow that word, but 'now' does | notice back
        say               | BAD_TEXT            | the text is empty                        | say Our ports follow yours.
        threaten PORT     | ORDER_SYNTAX        | a threat names a level and a round        | threaten RECIP=34 by r3 unless RECIP<=0
        threaten PORT=85 by r6 | LEVEL_NOT_ON_LADDER | there is no level PORT=85; nearest 80 and 110 | threaten PORT=80 by r3
        threaten SOY=3 by r6   | NOT_YOUR_INSTRUMENT | CN holds SOY, and you play US                    | legal
        threaten PORT=80 by r6 unless US.PORT<=0 | NOT_YOUR_INSTRUMENT | only a clause of the other side can avert a threat | threaten RECIP=34 by r3 unless RECIP<=0
        FENT=5; ready     | ORDER_SYNTAX        | 'ready' is not an order                       | help set
        accept CN-1; RECIP=20 | UNKNOWN_OFFER   | by China                            | pacts
        ready FENT=5      | ORDER_SYNTAX        | nothing may follow that word, but 'FENT=5' does | ready
        commit FENT=5     | ORDER_SYNTAX        | nothing may follow that word, but 'FENT=5' does | commit
        hold still        | ORDER_SYNTAX        | nothing may follow that word, but 'still' does | hold
        say own secret    | BAD_TEXT            | put the text in quotes                     | say own "secret"
        """)
    void isRefusedWith(String line, String code, String what, String next) throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        server.begin();
        ScriptedConsole console = new ScriptedConsole(line);
        SessionWords.session(console, mailbox, server).run();
        assertThat(console.faults()).hasSize(1);
        UsageFault fault = console.faults().get(0);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.what()).contains(what);
        assertThat(fault.next()).isEqualTo(next);
        assertThat(fault.lines().get(0)).startsWith("error " + code + ": ");
        assertThat(fault.lines()).anyMatch(shown -> shown.startsWith("  unchanged: "));
        assertThat(fault.lines()).anyMatch(shown -> shown.startsWith("  next: "));
        assertThat(server.requests()).isEmpty();
        assertThat(faultsOf(next)).as("typed as it is printed: %s", next).isEmpty();
    }

    private static List<UsageFault> faultsOf(String line) throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        server.begin();
        ScriptedConsole console = new ScriptedConsole(line);
        SessionWords.session(console, mailbox, server).run();
        return console.faults();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FENT=5
        fent = 5
        us.fentanyl_tariff=5
        US.FENT=5%
        set fent 5
        fent 5
        FENT＝5；
        FENT=5.0; fent=5
        """)
    void theseAreOneOrder(String line) throws InterruptedException {
        SessionQueue mailbox = new SessionQueue();
        FakeServer server = new FakeServer(mailbox);
        server.begin();
        ScriptedConsole console = new ScriptedConsole(line);
        new Session(
                        new SessionSetup(
                                server,
                                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                                ViewFixture.BUSAN,
                                Look.PLAIN,
                                true,
                                true,
                                false,
                                InstantSource.fixed(Instant.EPOCH),
                                ZoneOffset.UTC),
                        console,
                        mailbox,
                        new CountingTrial(),
                        new NothingKept())
                .run();
        assertThat(console.faults()).isEmpty();
        assertThat(console.text()).contains("Draft: FENT 10->5, not sent.");
    }
}
