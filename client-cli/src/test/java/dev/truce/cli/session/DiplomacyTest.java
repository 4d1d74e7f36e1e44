package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.ForecastTrial;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.seat.TryPreview;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.TermsHash;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.Viewer;
import dev.truce.match.deed.Deed;
import dev.truce.match.notation.NamedTerms;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offers, notices and talk as they are typed and told. */
class DiplomacyTest {
    private static final Terms RENEWAL = new Terms.Renewal(4, false);
    private static final OfferId THEIRS = new OfferId(Side.CN, 1);
    private static final OfferId OURS = new OfferId(Side.US, 1);

    private final SessionQueue mailbox = new SessionQueue();
    private final FakeServer server = new FakeServer(mailbox);
    private boolean againstBot = true;

    private ScriptedConsole play(ScriptedConsole console) throws InterruptedException {
        server.begin();
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                ViewFixture.BUSAN,
                Look.PLAIN,
                againstBot,
                true,
                false,
                InstantSource.fixed(Instant.ofEpochMilli(FakeServer.SAVED_AT)),
                ZoneOffset.UTC);
        TryPreview trial = new ForecastTrial(Rules.of(ViewFixture.BUSAN), Viewer.US, Look.PLAIN);
        assertThat(new Session(seating, console, mailbox, trial, new NothingKept()).run())
                .as(() -> console.text())
                .isEqualTo(console.faults().isEmpty() ? 0 : 1);
        assertThat(console.transcript())
                .allMatch(line -> line.startsWith("us> ") || TextWidth.width(line) <= 80, "at most 80 columns");
        return console;
    }

    private static String digits(Terms terms) {
        return TermsHash.of(terms).substring(0, 4);
    }

    @Test
    void aRoundOfBargainingReadsLikeThis() throws InterruptedException {
        Terms counter = new Terms.Package(NamedTerms.TRUCE.pledges(ViewFixture.BUSAN), 8, false);
        ScriptedConsole console = new ScriptedConsole(
                        "pacts",
                        "try offer truce 3; FENT<=5; SOY>=8",
                        "offer truce 3; FENT<=5; SOY>=8",
                        "pacts US-1",
                        "state",
                        "try accept",
                        "accept CN-1",
                        "CN-1 " + digits(counter),
                        "say Let us ratify this with calm deeds.",
                        "threaten PORT=80 by r6 unless SOY>=6.25",
                        "notice",
                        "notice back",
                        "ready",
                        "close",
                        "quit")
                .before("state", () -> server.otherOffers(counter, OURS));
        Golden.check(getClass(), "bargaining", play(console).transcript());
    }

    @Test
    void tryingAnOfferSendsNothing() throws InterruptedException {
        ScriptedConsole console = play(new ScriptedConsole("try offer deep 3 communique", "try offer renew 4", "quit"));
        assertThat(server.requests()).isEmpty();
        assertThat(console.text())
                .contains("CHIP<=open enters as CHIP<=licensed")
                .contains("A communique costs")
                .contains(Texts.of("terms.same.all", "7 clauses"));
    }

    @Test
    void acceptingSendsTheHashOfWhatWasShownAndNothingElseAccepts() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole(
                        "accept", "", "accept 1", "yes", "accept", "cn-1 " + digits(RENEWAL), "quit")
                .before("accept", () -> server.otherOffers(RENEWAL, null));
        play(console);
        assertThat(server.requests()).containsExactly("accept 1 CN-1 " + TermsHash.of(RENEWAL));
        assertThat(console.text()).contains("CN offers you CN-1: renew 4").contains("Accepted and saved: CN-1.");
    }

    /** What the next line is about must have happened for this seat, too, also if a deed changes nothing. */
    @Test
    void theNextLineIsAskedForWhenADeedIsToldBack() throws InterruptedException {
        server.takesDecisions();
        List<String> lines = List.of(
                "offer renew 4",
                "withdraw US-1",
                "refuse CN-1",
                "accept CN-2\nCN-2 " + digits(RENEWAL),
                "notice",
                "notice back",
                "judge CN.SOY rest",
                "judge CN.SOY  rest",
                "judge CN.SOY inspect",
                "judge CN.SOY  inspect",
                "say all \"hello\"",
                "FENT=5\ncommit",
                "ready",
                "unready",
                "FENT=10\ncommit",
                "quit");
        ScriptedConsole console = new ScriptedConsole(String.join("\n", lines).split("\n")).ofAPerson();
        againstBot = false;
        server.otherIsAPerson();
        server.roundsStayOpen();
        console.before("offer renew 4", () -> {
            server.otherOffers(RENEWAL, null);
            server.otherOffers(RENEWAL, null);
            server.tellsBackOnceWaitedFor();
        });
        List<Integer> told = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            console.before(line.split("\n")[0], () -> told.add(server.toldBack()));
        }
        play(console);
        assertThat(console.faults()).isEmpty();
        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void countersRefusalsWithdrawalsAndNoticesAreSent() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole(
                        "counter CN-1 renew 2", "refuse", "withdraw", "notice", "notice", "notice back", "quit")
                .before("counter CN-1 renew 2", () -> server.otherOffers(RENEWAL, null))
                .before("refuse", () -> server.otherOffers(RENEWAL, null));
        play(console);
        assertThat(server.requests())
                .containsExactly(
                        "offer 1 renew 2 answers CN-1",
                        "refuse 1 CN-2",
                        "withdraw 1 US-1",
                        "notice 1 true",
                        "notice 1 false");
        assertThat(console.text()).contains("You have given notice already");
    }

    @Test
    void aMissedOfferIsNeverMissedTheSeatIsToldToBeReadyAgain() throws InterruptedException {
        againstBot = false;
        server.otherIsAPerson();
        server.roundsStayOpen();
        ScriptedConsole console = new ScriptedConsole("ready", "state", "quit");
        // While the script waits for the round to close, an offer comes.
        server.afterReady(() -> server.otherOffers(RENEWAL, null));
        play(console);
        assertThat(server.requests()).containsExactly("ready 1 true");
        assertThat(console.text().replace("\n", " "))
                .contains("CN offers you CN-1: renew 4")
                .contains(Texts.of("session.ready.no-more"));
    }

    @Test
    void anOfferStopsTheReadyThatWouldCloseTheRound() throws InterruptedException {
        ScriptedConsole console =
                new ScriptedConsole("ready", "close", "quit").before("close", () -> server.otherOffers(RENEWAL, null));
        play(console);
        assertThat(server.requests()).isEmpty();
        assertThat(console.text()).contains(Texts.of("session.close.stopped")).contains("Nothing to confirm.");
    }

    @Test
    void openOffersAreNamedBeforeARoundIsClosed() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("state", "ready", "", "quit")
                .before("state", () -> server.otherOffers(RENEWAL, null));
        play(console);
        assertThat(console.text()).contains(Texts.of("session.close.offers", "CN-1"));
    }

    /** A bot may sign before the session waits for the answer to the offer; told the other way round, it signs what nobody has made. */
    @Test
    void anAnswerIsToldBeforeWhatTheOtherSideDoesOnIt() throws InterruptedException {
        server.signsAtOnce();
        String told = play(new ScriptedConsole("offer renew 4", "quit")).text();
        assertThat(told).contains("US-1 to CN saved", "CN accepts US-1.");
        assertThat(told.indexOf("US-1 to CN saved")).isLessThan(told.indexOf("CN accepts US-1."));
    }

    @Test
    void whatTheOtherSideDoesAboutAnOfferIsTold() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("offer renew 4", "state", "pacts", "quit")
                .before("state", () -> server.becomes(OURS, OfferStatus.ACCEPTED))
                .before("pacts", () -> {
                    server.otherSays(Channel.OTHER_SIDE, "Renew,\u202e and we talk.", null);
                    server.otherSays(Channel.PUBLIC, "", new Statement.Warn());
                });
        play(console);
        assertThat(console.text())
                .contains("CN accepts US-1.")
                .contains("CN > US: \"Renew, and we talk.\"")
                .contains("CN warns");
    }

    /** Rows of a terminal, less the one of the prompt. */
    @Test
    void theBoardFitsItsScreenWithADraftAndOffersAtOnce() throws InterruptedException {
        String draft = "FENT=5; RECIP=20; PORT=80; AFFIL=active; CHIP=strict; PACE=1";
        ScriptedConsole console = play(new ScriptedConsole(
                        "ready",
                        "close",
                        draft,
                        "offer FENT<=5; RECIP<=5; CHIP<=licensed; SOY>=8; CN.RECIP<=5; AGRI<=0 for 4",
                        "say Let us talk about the ports before we talk about chips, and about soya after that.",
                        "warn Nobody gains by fees that both sides put on ships of the other side this year.",
                        "state",
                        "quit")
                .before("state", () -> server.otherOffers(RENEWAL, null)));
        List<String> all = console.transcript();
        List<String> shown = all.subList(all.indexOf("us> state") + 1, all.indexOf("us> quit"));
        List<String> board =
                shown.stream().dropWhile(line -> !line.startsWith("practice |")).toList();
        assertThat(board).hasSizeLessThanOrEqualTo(23).anyMatch(line -> line.startsWith("CN-1"));
        assertThat(board).as("what is cut says so").anyMatch(line -> line.endsWith("..."));
        assertThat(board).anyMatch(line -> line.startsWith("FENT 10->5"));
    }

    @Test
    void offersThatAreNotOpenAreRefusedWithWhatHappened() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("accept CN-1", "accept US-1", "withdraw CN-1", "quit")
                .before("accept CN-1", () -> {
                    server.otherOffers(RENEWAL, null);
                    server.becomes(THEIRS, OfferStatus.WITHDRAWN);
                })
                .before("accept US-1", () -> server.does(1, new Deed.MakeOffer(RENEWAL, null)));
        play(console);
        assertThat(console.faults())
                .extracting(UsageFault::code)
                .containsExactly("OFFER_NOT_OPEN", "UNKNOWN_OFFER", "UNKNOWN_OFFER");
        assertThat(console.faults())
                .extracting(UsageFault::what)
                .contains(
                        Texts.of("refused.offer_not_open.withdrawn", "CN-1"),
                        Texts.of("refused.unknown_offer.name", "US-1", Texts.of("side.CN")));
    }

    @Test
    void aRefusalOfTheServerNamesACommandThatWorks() throws InterruptedException {
        server.refuse("ONE_OFFER_A_ROUND", "offer", "US has an open offer of this round", "");
        ScriptedConsole console = play(new ScriptedConsole("offer renew 4", "quit"));
        assertThat(console.text()).doesNotContain("US-1 to CN saved");
        assertThat(console.faults())
                .extracting(UsageFault::code, UsageFault::next)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ONE_OFFER_A_ROUND", "ready"));
    }

    @Test
    void talkGoesToItsChannelOnly() throws InterruptedException {
        ScriptedConsole console = play(new ScriptedConsole(
                "say \"Our ports follow yours.\"",
                "tell Renew, and we talk.",
                "whisper Keep calm.",
                "reassure",
                "warn No more delays.",
                "threaten RECIP=84 by 5",
                "threaten PORT=80 by round 6 unless CN.PORT<=0: Your fee, our fee.",
                "say " + "x".repeat(281),
                "quit"));
        assertThat(server.requests())
                .hasSize(7)
                .startsWith(
                        "say 1 PUBLIC Our ports follow yours.",
                        "say 1 OTHER_SIDE Renew, and we talk.",
                        "say 1 DELEGATION Keep calm.",
                        "say 1 PUBLIC  Reassure[]",
                        "say 1 PUBLIC No more delays. Warn[]")
                .element(6)
                .asString()
                .startsWith("say 1 PUBLIC Your fee, our fee. Threaten[instrument=US_PORT_FEE, level=2, byRound=6,");
        assertThat(console.text())
                .contains("Said to all: \"Our ports follow yours.\"")
                .contains("Said to CN: ")
                .contains("Said to own: ")
                .contains("Said to all: " + Texts.of("said.threaten", "US", "PORT=80", 6, "CN.PORT<=0"));
        assertThat(console.faults()).extracting(UsageFault::code).containsExactly("BAD_TEXT");
    }

    @Test
    void completionKnowsTermsAndOffers() throws InterruptedException {
        ScriptedConsole completions = new ScriptedConsole("state", "quit").before("state", () -> {
            server.otherOffers(RENEWAL, null);
            server.does(1, new Deed.MakeOffer(RENEWAL, null));
        });
        play(completions);
        assertThat(completions.candidates(List.of("offer"), "re")).containsExactly("renew", "RECIP<=");
        assertThat(completions.candidates(List.of("offer"), "CN.SOY>=")).contains("CN.SOY>=8", "CN.SOY>=6.25");
        assertThat(completions.candidates(List.of("offer"), "SOY>=9")).containsExactly("SOY>=9");
        assertThat(completions.candidates(List.of("accept"), "")).containsExactly("CN-1");
        assertThat(completions.candidates(List.of("withdraw"), "")).containsExactly("US-1");
        assertThat(completions.candidates(List.of("try", "accept"), "")).containsExactly("CN-1");
        assertThat(completions.candidates(List.of("counter", "CN-1"), "tr")).containsExactly("truce");
    }
}
