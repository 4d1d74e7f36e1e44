package dev.truce.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.HostActNotation;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.story.print.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final SessionQueue mailbox = new SessionQueue();
    private final FakeServer server = new FakeServer(mailbox);
    private boolean againstBot = true;
    private boolean practice = true;
    private boolean person;

    private ScriptedConsole play(String... lines) throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole(lines);
        if (person) {
            console.ofAPerson();
        }
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                ViewFixture.BUSAN,
                Look.PLAIN,
                againstBot,
                practice,
                false,
                InstantSource.fixed(Instant.ofEpochMilli(FakeServer.SAVED_AT)),
                ZoneOffset.UTC);
        server.begin();
        Session session = new Session(seating, console, mailbox, new CountingTrial(), new NothingKept());
        int exit = session.run();
        assertThat(exit)
                .as("a script with a refused line has not done what it was to do")
                .isEqualTo(person || console.faults().isEmpty() ? 0 : 1);
        return console;
    }

    /** Its next line is meant for what comes then: typed while the link is down or the round is still open, it would be another move. */
    @Test
    void aScriptWaitsAsLongForAnAnswerAsForTheOtherSide() {
        long script = Session.patience(false, 0);
        assertThat(script).isGreaterThan(Session.ANSWER_MILLIS).isGreaterThan(Session.CLOSE_MILLIS);
        for (long person : List.of(0L, Session.ANSWER_MILLIS, Session.CLOSE_MILLIS)) {
            assertThat(Session.patience(false, person)).isEqualTo(script);
            assertThat(Session.patience(true, person)).isEqualTo(person);
        }
    }

    @Test
    void aScriptWithARefusedLineEndsWithOne() throws InterruptedException {
        assertThat(play("FENT=7", "quit").faults()).hasSize(1);
    }

    @Test
    void commandsInFullWidthLettersAreRead() throws InterruptedException {
        ScriptedConsole console = play("ＦＥＮＴ＝５", "ｃｏｍｍｉｔ", "quit");
        assertThat(server.requests()).containsExactly("submit 1 1");
        assertThat(console.faults()).isEmpty();
    }

    @Test
    void whatIsSaidKeepsItsSigns() throws InterruptedException {
        play("ｓａｙ 先谈港口费；再谈ＦＥＮＴ＝５，≥10。", "quit");
        assertThat(server.deeds())
                .singleElement()
                .isInstanceOfSatisfying(
                        Deed.Say.class, say -> assertThat(say.text()).isEqualTo("先谈港口费；再谈ＦＥＮＴ＝５，≥10。"));
    }

    @Test
    void askCallsTheInstructor() throws InterruptedException {
        ScriptedConsole console = play("ask Do we lose A2 if we hold?", "ask", "quit");
        assertThat(server.requests()).containsExactly("call Do we lose A2 if we hold?");
        assertThat(String.join("\n", console.transcript())).contains("Your instructor sees: Do we lose A2 if we hold?");
        assertThat(console.faults()).singleElement().asString().contains(Texts.of("fault.ask"));
    }

    @Test
    void whatCannotBeTakenBackIsDoneByTheOwnerOfARoomOnlyIfHeIsSure() throws InterruptedException {
        List<String> forGood = HostActNotation.words(HostAct.OfOwner.class).stream()
                .filter(word -> HostActNotation.read(word + " r5", 1)
                        .filter(HostActNotation::isForGood)
                        .isPresent())
                .map(word -> word.toLowerCase(Locale.ROOT) + " r5")
                .toList();
        assertThat(forGood).contains("end-with r5");
        for (String line : forGood) {
            ScriptedConsole asked = play(line, "state", "quit");
            assertThat(server.requests()).as(line).isEmpty();
            assertThat(String.join(" ", asked.transcript()))
                    .contains(Texts.of("class.desk.sure", line, "sure " + line));
            play(line, "sure " + line, "quit");
            assertThat(server.requests()).as(line).hasSize(1);
        }
    }

    @Test
    void helpFitsOnAScreenAndTellsMoreOfEachGroup() throws InterruptedException {
        List<String> all = play("help", "quit").transcript();
        List<String> shown = all.subList(all.indexOf("us> help") + 1, all.indexOf("us> quit"));
        assertThat(shown).hasSizeLessThan(24).anyMatch(line -> line.contains("commit (c)"));
        assertThat(String.join("\n", play("help deal", "quit").transcript()))
                .contains("refuse (reject)  refuse an offer");
        assertThat(play("help all", "quit").text()).contains("sign an offer").contains("said and done");
    }

    @Test
    void whoPlaysInARoomIsToldThatItsSeedWasChosen() throws InterruptedException {
        practice = false;
        mailbox.hear(new Heard.Seed(SeedNotice.CHOSEN));
        assertThat(String.join(" ", play("quit").transcript())).contains(Texts.of("facts.seed-chosen"));
    }

    @Test
    void whoPlaysIsToldThatNothingCanBeSavedAndThatItGoesOn() throws InterruptedException {
        practice = false;
        mailbox.hear(new Heard.Fact(RoomFact.CANNOT_SAVE, true));
        mailbox.hear(new Heard.Fact(RoomFact.CANNOT_SAVE, false));
        assertThat(String.join(" ", play("quit").transcript()))
                .containsSubsequence(Texts.of("facts.CANNOT_SAVE.begins"), Texts.of("facts.CANNOT_SAVE.ends"));
    }

    @Test
    void whoPractisesAndWhoPlaysWithASeedOfTheServerIsToldNothing() throws InterruptedException {
        mailbox.hear(new Heard.Seed(SeedNotice.CHOSEN));
        assertThat(play("quit").transcript()).noneMatch(line -> line.contains("seed"));
        practice = false;
        mailbox.hear(new Heard.Seed(new SeedNotice(false, "0".repeat(64))));
        assertThat(play("quit").transcript()).noneMatch(line -> line.contains("seed"));
    }

    @Test
    void aRoundIsPlayedFromLegalToReady() throws InterruptedException {
        ScriptedConsole console = play(
                "legal FENT",
                "try FENT=5",
                "FENT=5",
                "commit",
                "state",
                "ready",
                "close",
                "why",
                "history",
                "diff",
                "show round 1",
                "quit");
        assertThat(server.requests()).containsExactly("submit 1 1", "ready 1 true");
        assertThat(console.transcript()).allMatch(line -> TextWidth.width(line) <= 80, "at most 80 columns");
        Golden.check(getClass(), "first-round", console.transcript());
    }

    @Test
    void anActOfTheOwnerIsTypedAsItsNotationHasIt() throws InterruptedException {
        ScriptedConsole console = play("card leak CN.SOY r5", "card r4 port-strike", "card", "card r4", "quit");
        assertThat(server.requests()).containsExactly("card 5 leak CN.SOY", "card 4 port-strike", "card 1 r4");
        assertThat(console.text()).contains("Card saved: leak CN.SOY, round 5.").contains("harvest-failure");
    }

    @Test
    void whatIsDoneWithTheMatchFromOutsideIsTold() throws InterruptedException {
        mailbox.hear(new Heard.Told(new Notice.HostActed(new HostAct.Abandon("the bell \u001b[2Jrang"), 1), 0));
        assertThat(String.join(" ", play("quit").transcript()))
                .contains(Texts.of("host.told.ABANDON", "the bell"))
                .doesNotContain("\u001b");
    }

    @Test
    void tryAndEverythingThatOnlyTellsSendsNothing() throws InterruptedException {
        play(
                "try RECIP=20; PORT=80",
                "try",
                "legal",
                "legal RECIP",
                "state",
                "",
                "state PORT",
                "state CN.SOY",
                "pacts",
                "why",
                "why PORT",
                "history",
                "diff",
                "explain rare earths",
                "explain FENT",
                "help",
                "help try",
                "set FENT 5",
                "u",
                "quit");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aBareEnterNeverCommitsClosesOrBreaks() throws InterruptedException {
        person = true;
        ScriptedConsole console = play("RECIP=20", "commit", "", "undo", "ready", "", "quit");
        assertThat(server.requests()).isEmpty();
        assertThat(console.faults()).isEmpty();
        assertThat(console.text())
                .contains(Texts.of("session.cancelled", "break A1"))
                .contains(Texts.of("session.cancelled", "close"));
    }

    @Test
    void aCommitThatBreaksTheTruceWantsItTyped() throws InterruptedException {
        ScriptedConsole console = play("RECIP=34", "commit", "break A1", "quit");
        assertThat(server.requests()).containsExactly("submit 1 1");
        assertThat(console.text()).contains("This breaks A1: US.RECIP<=10. It loses 0.30 of its depth, which ENDS");
    }

    @Test
    void anotherAnswerThanTheExpectedOneCancels() throws InterruptedException {
        person = true;
        play("RECIP=34", "commit", "yes", "undo", "ready", "ready", "quit");
        assertThat(server.requests()).isEmpty();
    }

    /** A script does not see the question: it is told that its line was taken for the answer, whatever was asked. */
    @Test
    void aLineOfAScriptThatCancelsAQuestionIsRefused() throws InterruptedException {
        Map<String, List<String>> questions = Map.of(
                "break A1", List.of("RECIP=34", "commit"),
                "close", List.of("ready"),
                "sure end-with r5", List.of("end-with r5"));
        questions.forEach((expected, lines) -> {
            for (String other : List.of("", "commit", "yes", expected + " now")) {
                assertThat(answered(lines, other).faults())
                        .as(expected)
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.code()).isEqualTo("NOT_CONFIRMED"))
                        .satisfies(fault -> assertThat(fault.legal()).isEqualTo(expected))
                        .satisfies(fault -> assertThat(fault.next()).contains(expected));
            }
            ScriptedConsole declined = answered(lines, "no");
            assertThat(declined.faults()).isEmpty();
            assertThat(declined.text()).contains("Cancelled");
            assertThat(server.requests()).as(expected).isEmpty();
        });
    }

    private ScriptedConsole answered(List<String> lines, String answer) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(List.of(answer, "quit"));
        try {
            return play(all.toArray(String[]::new));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void readyDoesNotForgetADraftThatIsNotSent() throws InterruptedException {
        ScriptedConsole console = play("FENT=5", "ready", "quit");
        assertThat(server.requests()).isEmpty();
        assertThat(console.faults()).extracting(UsageFault::code).containsExactly("DRAFT_NOT_SENT");
    }

    @Test
    void undoTakesBackTheDraftStepByStepAndThenTheCommit() throws InterruptedException {
        ScriptedConsole console = play("FENT=5", "RECIP=5", "u", "commit", "u", "u", "u", "quit");
        assertThat(server.requests()).containsExactly("submit 1 1", "undo 1");
        assertThat(console.text()).contains("Saved orders taken back").contains(Texts.of("session.undo.nothing"));
    }

    @Test
    void readyAgainstAPersonClosesOnlyWhenTheyAreReady() throws InterruptedException {
        againstBot = false;
        server.otherIsAPerson();
        ScriptedConsole console = play("ready", "quit");
        assertThat(server.requests()).containsExactly("ready 1 true");
        assertThat(console.text()).contains(Texts.of("session.ready", "CN"));
    }

    @Test
    void theReadyThatClosesAsksWhenThePersonOppositeIsReady() throws InterruptedException {
        againstBot = false;
        server.otherIsAPerson();
        server.otherIsReadyFromTheStart();
        ScriptedConsole console = play("ready", "", "ready", "close", "quit");
        assertThat(server.requests()).containsExactly("ready 1 true");
        assertThat(console.text()).contains("CN is ready.").contains(Texts.of("session.close", 1, "hold"));
    }

    @Test
    void saidSavedOnlyOnceTheServerHasIt() throws InterruptedException {
        server.refuse("STALE_ROUND", "round", "written for round 1; it is round 2", "2");
        ScriptedConsole console = play("FENT=5", "commit", "quit");
        assertThat(console.text()).doesNotContain("Sent and saved");
        assertThat(console.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("STALE_ROUND");
            assertThat(fault.field()).isEqualTo("round");
        });
    }

    @Test
    void whoWaitsForTheMatchMayLookWhoIsHereAndPractise() throws InterruptedException {
        ScriptedConsole console =
                new ScriptedConsole("seats", "legal", "practise", "explain snap-back", "quit").ofAPerson();
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", ""),
                ViewFixture.BUSAN,
                Look.PLAIN,
                false,
                false,
                false,
                InstantSource.fixed(Instant.EPOCH),
                ZoneOffset.UTC);
        Session session = new Session(seating, console, mailbox, new CountingTrial(), new NothingKept())
                .practising(() -> console.show(List.of("(one round)")));
        assertThat(session.run()).isZero();
        assertThat(console.text())
                .containsSubsequence(
                        Texts.of("session.waiting.start"),
                        "us> seats",
                        "Each side is its head alone",
                        "us> legal",
                        Texts.of("session.not-begun"),
                        "us> practise",
                        "(one round)",
                        Texts.of("practise.end"),
                        "us> explain snap-back");
    }

    @Test
    void oneWalksThroughTheRounds() throws InterruptedException {
        String text = play(
                        "<", "ready", "close", "ready", "close", "<", "<", "<", ">", ">", "show round 1", "on", "quit")
                .text();
        assertThat(text)
                .containsSubsequence(
                        "us> <",
                        Texts.of("history.none"),
                        "us> <",
                        "== Round 2",
                        "us> <",
                        "== Round 1",
                        "us> <",
                        Texts.of("history.first"),
                        "us> >",
                        "== Round 2",
                        "us> >",
                        Texts.of("history.last"),
                        "us> show round 1",
                        "us> on",
                        "== Round 2");
    }

    @Test
    void practiseIsForThoseWhoWait() throws InterruptedException {
        assertThat(play("practise", "quit").text()).contains("practise works while your match has not begun");
    }

    @Test
    void aSeatOpenedElsewhereEndsTheSession() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("FENT=5");
        mailbox.hear(new Heard.Link(new LinkState.Lost(1, false)));
        mailbox.hear(new Heard.Link(new LinkState.Up()));
        mailbox.hear(new Heard.Link(new LinkState.TakenOver()));
        assertThat(session(console).run()).isEqualTo(4);
        assertThat(console.faults()).extracting(UsageFault::code).containsExactly("LINK_LOST");
        assertThat(console.text())
                .contains(Texts.of("session.link.up"))
                .endsWith(String.join("\n", TextWidth.wrap("", Texts.of("session.taken-over"))));
    }

    /** Between two rounds of a class a script would be refused; a person may look things up. */
    @Test
    void aScriptWaitsForTheInstructorWhoOpensTheNextRound() throws InterruptedException {
        practice = false;
        server.isGated();
        play("ready", "close", "FENT=5", "commit", "quit");
        assertThat(server.requests()).containsExactly("ready 1 true", "submit 2 1");
    }

    @Test
    void aPlannedStopIsNoBrokenLink() throws InterruptedException {
        for (boolean planned : List.of(false, true)) {
            ScriptedConsole console = new ScriptedConsole("state");
            mailbox.hear(new Heard.Link(new LinkState.Lost(1, planned)));
            mailbox.hear(new Heard.Link(new LinkState.TakenOver()));
            assertThat(session(console).run()).isEqualTo(4);
            String key = planned ? "fault.link-stopped" : "fault.link-lost";
            assertThat(console.faults())
                    .extracting(UsageFault::what)
                    .containsExactly(Texts.of(key, Conversation.Waits.USUAL.patienceMinutes()));
        }
    }

    @Test
    void aSeatTakenOverTellsWhichOrdersWereNotSent() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("FENT=5", "state")
                .before("state", () -> mailbox.hear(new Heard.Link(new LinkState.TakenOver())));
        assertThat(session(console).run()).isEqualTo(4);
        assertThat(console.text()).contains(Texts.of("session.draft.lost", "FENT 10->5"));
        assertThat(console.faults()).isEmpty();
    }

    @Test
    void aLinkThatIsGivenUpEndsTheSessionWithOneError() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("FENT=5", "state")
                .before(
                        "state",
                        () -> mailbox.hear(new Heard.Link(new LinkState.Closed(
                                Refusal.of(ClientCode.UNREACHABLE, "").naming("no server for too long")))));
        assertThat(session(console).run()).isEqualTo(1);
        assertThat(console.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("UNREACHABLE");
            assertThat(fault.unchanged()).isEqualTo("saved orders (nothing)");
        });
        assertThat(console.text()).contains(Texts.of("session.draft.lost", "FENT 10->5"));
    }

    @Test
    void aServerThatPlaysAnotherVersionOfTheScenarioEndsTheSession() throws InterruptedException {
        ScriptedConsole console = new ScriptedConsole("state");
        mailbox.hear(new Heard.Begun("m1", "busan-2025", "0".repeat(64), ViewFixture.BUSAN.ruleset()));
        assertThat(session(console).run()).isEqualTo(1);
        assertThat(console.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("SCENARIO_DIFFERS");
            assertThat(fault.what()).isEqualTo(Texts.of("fault.scenario.version", "busan-2025", "busan-2025"));
        });
    }

    private Session session(ScriptedConsole console) {
        server.begin();
        return new Session(
                new SessionSetup(
                        server,
                        new SeatTicket("m1", "7QKM", Side.US, "secret", ""),
                        ViewFixture.BUSAN,
                        Look.PLAIN,
                        false,
                        false,
                        false,
                        InstantSource.fixed(Instant.EPOCH),
                        ZoneOffset.UTC),
                console,
                mailbox,
                new CountingTrial(),
                new NothingKept());
    }
}
