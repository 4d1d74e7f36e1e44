package dev.truce.story.heard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Notice.ClockChanged;
import dev.truce.match.Notice.RoundShut;
import dev.truce.match.Recording;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.message.RoomFact;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Hearing.Listener;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeWordsTest {
    private static final FinalScore SCORE = new FinalScore(75, 81, Points.of(new double[16]), 0, 0, .7, 1, 0);
    private static final Phrases ENGLISH = Bundles.of(Language.EN);
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    private static final Wording WORDS = new Wording(RULES.scenario(), ENGLISH, UnaryOperator.identity());

    /** Returns what is told of a notice in round 1. */
    private static String said(Listener listener, Notice notice) {
        List<Telling> told = told(listener, notice);
        return told.isEmpty() ? "" : told.get(0).text(WORDS);
    }

    private static List<Telling> told(Listener listener, Notice notice) {
        Hearing hearing =
                new Hearing(listener, new SeatBoard(RULES, Seat.US_HEAD), false, List.of(), () -> words -> "FENT=5");
        List<Telling> told = new ArrayList<>();
        for (Notice each : notice instanceof Notice.RoundOpened ? List.of(notice) : List.of(opened(), notice)) {
            told = hearing.hear(new Heard.Told(each, 0), 0);
        }
        return told;
    }

    @Test
    void aChangeOfTheClockHasTheSameWordsForAll() {
        for (Listener words : List.of(Listener.SEAT, Listener.OWNER, Listener.WATCHER)) {
            assertThat(said(words, clock(ClockChanged.Cause.UNPAUSED, RoundPart.RUNNING, 0, null)))
                    .isEqualTo("On again. 2:00 left.");
            assertThat(said(words, clock(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, 60_000, null)))
                    .isEqualTo("1:00 more for everybody: 2:00 left.");
            assertThat(said(words, clock(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, -60_000, null)))
                    .isEqualTo("1:00 less for everybody: 2:00 left.");
            assertThat(said(words, clock(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, 60_000, Seat.CN_HEAD)))
                    .isEqualTo("CN.head has 1:00 more, after all others.");
            assertThat(said(words, clock(ClockChanged.Cause.TIME_UP, RoundPart.OVERTIME, 0, null)))
                    .isEqualTo("Time is up. 2:00 more for who is not ready.");
            assertThat(said(words, clock(ClockChanged.Cause.TIME_UP, RoundPart.EXTRA, 0, null)))
                    .isEqualTo("Time is up but for who was given more: 2:00 left.");
        }
    }

    @Test
    void whoPlaysHearsInAPauseWhatIsKept() {
        ClockChanged paused = clock(ClockChanged.Cause.PAUSED, RoundPart.RUNNING, 0, null);
        assertThat(said(Listener.SEAT, paused)).contains("stands at 2:00", "saved: FENT=5");
        assertThat(said(Listener.OWNER, paused)).isEqualTo("PAUSED 2:00");
        assertThat(said(Listener.WATCHER, paused)).isEqualTo("PAUSED 2:00");
        assertThat(said(Listener.SEAT, paused.withLeftMillis(0)))
                .doesNotContain("stands at")
                .contains("FENT=5");
        assertThat(said(Listener.OWNER, paused.withLeftMillis(0))).isEqualTo("PAUSED");
    }

    @Test
    void whoPlaysOnThePageHearsTheSameWithoutCommandsOfTheTerminal() {
        ClockChanged paused = clock(ClockChanged.Cause.PAUSED, RoundPart.RUNNING, 0, null);
        assertThat(said(Listener.PAGE, paused))
                .contains("stands at 2:00", "saved: FENT=5")
                .doesNotContain("legal");
        RoundShut shut = new RoundShut(3, RoundShut.Cause.TIME);
        assertThat(said(Listener.PAGE, shut))
                .isEqualTo(said(Listener.SEAT, shut))
                .contains("Nothing can be changed");
    }

    /** It says nothing of the next round, so a screen that lists what was told leaves it out then. */
    @Test
    void aRoundThatIsShutIsToldLikeItsClock() {
        for (Listener listener : Listener.values()) {
            assertThat(told(listener, new RoundShut(1, RoundShut.Cause.TIME)))
                    .as("%s", listener)
                    .extracting(Telling::kind)
                    .containsOnly(Telling.Kind.CLOCK);
        }
    }

    @Test
    void whoHoldsTheMatchHearsWhatToDoWithARoundThatIsShut() {
        RoundShut shut = new RoundShut(3, RoundShut.Cause.ALL_READY);
        assertThat(said(Listener.OWNER, shut))
                .isEqualTo("Round 3 is shut: all are ready. reveal resolves it; extend 1:00 opens it again.");
        assertThat(said(Listener.SEAT, shut)).contains("all are ready", "Nothing can be changed");
        assertThat(said(Listener.WATCHER, shut))
                .isEqualTo("Round 3 is shut: all are ready. It is revealed by who holds the match.");
    }

    @Test
    void aSeatThatChangesHandsIsToldOtherwiseToItsPerson() {
        Notice own = new Notice.SeatChanged(Seat.US_HEAD, 2, new SeatHolder.Bot("hold"));
        assertThat(said(Listener.SEAT, own)).startsWith("The bot hold acts on your seat now;");
        assertThat(said(Listener.OWNER, own)).startsWith("US.head: the bot hold acts here now;");
        assertThat(said(Listener.SEAT, new Notice.SeatChanged(Seat.CN_HEAD, 2, new SeatHolder.Bot("hold"))))
                .isEqualTo(said(Listener.WATCHER, new Notice.SeatChanged(Seat.CN_HEAD, 2, new SeatHolder.Bot("hold"))));
    }

    /** What a seat does is told to it by its board, and to the owner in a line. */
    @Test
    void whereThereIsNoTextNothingIsSaid() {
        Notice ready = new Notice.SeatStatus(Seat.CN_HEAD, 1, true, true);
        assertThat(said(Listener.WATCHER, ready)).isEmpty();
        assertThat(said(Listener.OWNER, ready)).isEqualTo("CN.head is ready.");
        assertThat(said(Listener.OWNER, new Notice.SeatStatus(Seat.CN_HEAD, 1, true, false)))
                .isEmpty();
    }

    @Test
    void aMessageToAnotherSeatIsNotTold() {
        assertThat(said(Listener.SEAT, new Notice.HostActed(new HostAct.Message(Side.US, 0, "Look at the news"), 1)))
                .isEqualTo("Message to US alone: Look at the news");
        assertThat(said(Listener.SEAT, new Notice.HostActed(new HostAct.Message(Side.US, 1, ""), 1)))
                .isEmpty();
    }

    @Test
    void everyTextOfTheTableIsSaidToSomebody() {
        String said = all();
        for (String key : ENGLISH.keys()) {
            if (key.startsWith("notices.")) {
                String longest = Arrays.stream(ENGLISH.pattern(key).split("%(\\d\\$)?[sd]"))
                        .max(Comparator.comparing(String::length))
                        .orElseThrow();
                assertThat(said).as(key).contains(longest.strip());
            }
        }
    }

    private static String all() {
        List<Notice> notices = new ArrayList<>(List.of(
                opened(),
                new Notice.SeatStatus(Seat.CN_HEAD, 1, true, true),
                new Notice.HorizonSet(4),
                new Notice.HostActed(new HostAct.Announce(0, "We begin"), 1),
                new Notice.MatchOver(4, SCORE, SCORE, Outcome.MUTUAL_LOSS, "")));
        for (Seat seat : List.of(Seat.US_HEAD, Seat.CN_HEAD)) {
            notices.add(new Notice.SeatChanged(seat, 1, new SeatHolder.Bot("hold")));
            notices.add(new Notice.SeatChanged(seat, 1, new SeatHolder.Person()));
            notices.add(new Notice.SeatChanged(seat, 1, new SeatHolder.Nobody()));
        }
        for (RoundShut.Cause cause : RoundShut.Cause.values()) {
            notices.add(new RoundShut(1, cause));
        }
        for (ClockChanged.Cause cause : ClockChanged.Cause.values()) {
            for (RoundPart part : RoundPart.values()) {
                notices.add(clock(cause, part, 60_000, null));
                notices.add(clock(cause, part, -60_000, Seat.CN_HEAD));
                notices.add(clock(cause, part, -60_000, null).withLeftMillis(0));
            }
        }
        List<String> said = new ArrayList<>();
        for (Notice notice : notices) {
            for (Listener words : Listener.values()) {
                said.add(said(words, notice));
            }
        }
        for (RoomFact fact : RoomFact.values()) {
            said.add(NoticeWords.of(ENGLISH, fact, true));
            said.add(NoticeWords.of(ENGLISH, fact, false));
        }
        return String.join("\n", said);
    }

    private static Notice opened() {
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                List.of(Seat.US_HEAD, Seat.CN_HEAD),
                List.of(Viewer.US),
                Recording.NONE,
                "us",
                "cn",
                List.of());
        return new Referee(RULES, RULES.setup(5), terms)
                .handle(new Input.Hosts(new HostAct.Start())).effects().stream()
                        .filter(Effect.Tell.class::isInstance)
                        .map(tell -> ((Effect.Tell) tell).notice())
                        .filter(Notice.RoundOpened.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    private static ClockChanged clock(ClockChanged.Cause cause, RoundPart part, long shift, @Nullable Seat seat) {
        return new ClockChanged(1, part, false, cause, shift, seat, 120_000);
    }
}
