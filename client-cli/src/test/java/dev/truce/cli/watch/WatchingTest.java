package dev.truce.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.frame.Frame;
import dev.truce.cli.frame.Glance;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.screen.RealMatch;
import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Golden;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.RoomFact;
import dev.truce.story.print.Look;
import dev.truce.story.words.Language;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What somebody who watches a match is shown, in lines and on a screen that stays. */
@ResourceLock("language")
class WatchingTest {
    private static final long NOW = 1_772_460_000_000L;
    private static final Look ASCII = new Look(Look.Charts.ASCII, false);
    private static final RealMatch MATCH = RealMatch.play("negotiator", "choker", 28, 4);

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    /** Types its lines once all that happened before is shown, and keeps what is shown. */
    private static final class Screen implements Console {
        private final boolean person;
        private final Deque<String> typed;
        private final List<String> shown = new ArrayList<>();
        private final List<List<String>> drawn = new ArrayList<>();
        private @Nullable Scene scene;

        Screen(boolean person, String... typed) {
            this.person = person;
            this.typed = new ArrayDeque<>(List.of(typed));
        }

        @Override
        public void show(List<String> lines) {
            shown.addAll(lines);
        }

        @Override
        public void fault(UsageFault fault) {
            shown.addAll(fault.lines());
        }

        @Override
        public void ask(String prompt, SessionQueue mailbox) {
            Scene now = scene;
            if (now != null) {
                drawn.add(new Frame(now, List.of(), 80, 24, 1).lines(Glance.BEGIN));
            }
            String line = typed.poll();
            mailbox.post(line == null ? new Happening.End() : new Happening.Line(line));
        }

        @Override
        public void stay(Supplier<Scene> supplier) {
            scene = person ? supplier.get() : null;
        }

        @Override
        public boolean board() {
            return person;
        }

        @Override
        public void stopAsking() {}

        @Override
        public boolean isInteractive() {
            return person;
        }

        @Override
        public void close() {}
    }

    private static SessionQueue heard(List<Notice> notices) {
        SessionQueue mailbox = new SessionQueue();
        for (Notice notice : notices) {
            boolean timed = notice instanceof Notice.RoundOpened || notice instanceof Notice.ClockChanged;
            mailbox.hear(new Heard.Told(notice, timed ? NOW + 192_000 : 0));
        }
        return mailbox;
    }

    private static int watch(Screen screen, SessionQueue mailbox, Look look) throws Exception {
        return new Watching(
                        "7QKM2XPA table 5", ViewFixture.BUSAN, look, screen, mailbox, () -> Instant.ofEpochMilli(NOW))
                .run();
    }

    /** A match with what is heard beside its rounds. */
    private static List<Notice> told() {
        List<Notice> all = new ArrayList<>();
        for (Notice notice : MATCH.notices(Viewer.PUBLIC)) {
            all.add(notice);
            if (notice instanceof Notice.RoundOpened opened
                    && opened.observation().openRound() == 2) {
                all.add(new Notice.Said(Seat.CN_HEAD, 2, 1, Channel.PUBLIC, "Our ports follow yours.", null));
                all.add(new Notice.HostActed(new HostAct.Announce(0, "Two minutes more?"), 2));
                all.add(new Notice.ClockChanged(
                        2, RoundPart.RUNNING, false, Notice.ClockChanged.Cause.EXTENDED, 60_000, null, 192_000));
            }
        }
        return all;
    }

    @Test
    void inAPipeEverythingIsPrintedUntilTheFinalReport() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Language language : Golden.languages()) {
            Texts.speak(language);
            Screen screen = new Screen(false);
            assertThat(watch(screen, heard(told()), ASCII)).isZero();
            lines.addAll(screen.shown);
        }
        Golden.check(WatchingTest.class, "watched", lines);
        assertThat(lines).allMatch(line -> TextWidth.width(line) <= TextWidth.SCREEN);
    }

    @Test
    void aListenerHearsSentences() throws Exception {
        Screen screen = new Screen(false);
        watch(screen, heard(told()), new Look(Look.Charts.ASCII, true));
        Golden.check(WatchingTest.class, "watched-accessible", screen.shown);
    }

    /** An agreement that is no communique binds in public; what it says is for those who signed it. */
    @Test
    void nothingIsShownThatIsNotPublic() throws Exception {
        Screen screen = new Screen(false);
        RealMatch secretive = RealMatch.play("match", "choker", 28, 4);
        List<Notice> all = secretive.notices(Viewer.PUBLIC);
        SessionQueue mailbox = heard(all.subList(0, all.size() - 1));
        mailbox.post(new Happening.Interrupt(true));
        watch(screen, mailbox, ASCII);
        String shown = String.join("\n", screen.shown);
        assertThat(shown).contains("agreement 2, terms not published: binds rounds 4 to 6");
        assertThat(shown).doesNotContain("<=", ">=", "Score", "you ");
        assertThat(secretive.views(Viewer.US).get(2).ratification().terms()).isNotNull();
        for (RoundView view : secretive.views(Viewer.PUBLIC)) {
            assertThat(view.scores()).isEmpty();
        }
    }

    @Test
    void onAScreenTheNewestRoundStaysAndOneWalksBack() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Language language : Golden.languages()) {
            Texts.speak(language);
            List<Notice> three = told().subList(0, lastOf(3));
            SessionQueue mailbox = new SessionQueue();
            Screen screen = new Screen(true, "", "<", "<", ">", "1", "9", "what", "", "quit");
            three.forEach(notice -> mailbox.hear(new Heard.Told(notice, NOW + 192_000)));
            assertThat(watch(screen, mailbox, ASCII)).isZero();
            screen.drawn.forEach(lines::addAll);
        }
        Golden.check(WatchingTest.class, "walked", lines);
    }

    private static int lastOf(int round) {
        List<Notice> all = told();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Notice.RoundOpened opened
                    && opened.observation().openRound() == round + 1) {
                return i + 1;
            }
        }
        throw new IllegalStateException("no round after " + round);
    }

    @Test
    void whoWatchesIsToldThatNothingCanBeSavedAndThatItGoesOn() throws Exception {
        SessionQueue mailbox = new SessionQueue();
        mailbox.hear(new Heard.Fact(RoomFact.CANNOT_SAVE, true));
        mailbox.hear(new Heard.Fact(RoomFact.CANNOT_SAVE, false));
        told().forEach(notice -> mailbox.hear(new Heard.Told(notice, 0)));
        Screen screen = new Screen(false);
        watch(screen, mailbox, ASCII);
        assertThat(String.join(" ", screen.shown))
                .containsSubsequence("The server cannot save at the moment", "The server saves again");
    }

    @Test
    void aLostLinkIsToldAndTheMatchGoesOn() throws Exception {
        SessionQueue mailbox = new SessionQueue();
        mailbox.hear(new Heard.Link(new LinkState.Lost(1, false)));
        mailbox.hear(new Heard.Link(new LinkState.Lost(2, false)));
        mailbox.hear(new Heard.Link(new LinkState.Up()));
        told().forEach(notice -> mailbox.hear(new Heard.Told(notice, 0)));
        Screen screen = new Screen(false);
        watch(screen, mailbox, ASCII);
        assertThat(screen.shown).filteredOn(line -> line.contains("LINK_LOST")).hasSize(1);
        assertThat(screen.shown).contains(Texts.of("watch.link.up"));
    }

    @Test
    void aLinkThatIsGivenUpEndsTheCommandWithItsReason() {
        SessionQueue mailbox = new SessionQueue();
        mailbox.hear(new Heard.Link(new LinkState.Closed(Refusal.of(ConnectionCode.BAD_TOKEN, "token"))));
        assertThatThrownBy(() -> watch(new Screen(false), mailbox, ASCII)).isInstanceOf(FaultException.class);
    }
}
