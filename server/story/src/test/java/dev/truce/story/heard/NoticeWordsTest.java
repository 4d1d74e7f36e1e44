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
import dev.truce.protocol.message.RoomFact;
import dev.truce.scenario.Scenarios;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.heard.NoticeWords.Listener;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
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
    private static final NoticeWords SEAT =
            new NoticeWords(Listener.SEAT, ENGLISH, UnaryOperator.identity(), Seat.US_HEAD, "FENT=5");
    private static final NoticeWords PAGE =
            new NoticeWords(Listener.PAGE, ENGLISH, UnaryOperator.identity(), Seat.US_HEAD, "FENT=5");
    private static final NoticeWords OWNER =
            new NoticeWords(Listener.OWNER, ENGLISH, UnaryOperator.identity(), null, "");
    private static final NoticeWords WATCHER =
            new NoticeWords(Listener.WATCHER, ENGLISH, UnaryOperator.identity(), null, "");

    @Test
    void aChangeOfTheClockHasTheSameWordsForAll() {
        for (NoticeWords words : List.of(SEAT, OWNER, WATCHER)) {
            assertThat(words.lines(clock(ClockChanged.Cause.UNPAUSED, RoundPart.RUNNING, 0, null)))
                    .containsExactly("On again. 2:00 left.");
            assertThat(words.lines(clock(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, 60_000, null)))
                    .containsExactly("1:00 more for everybody: 2:00 left.");
            assertThat(words.lines(clock(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, -60_000, null)))
                    .containsExactly("1:00 less for everybody: 2:00 left.");
            assertThat(words.lines(clock(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, 60_000, Seat.CN_HEAD)))
                    .containsExactly("CN.head has 1:00 more, after all others.");
            assertThat(words.lines(clock(ClockChanged.Cause.TIME_UP, RoundPart.OVERTIME, 0, null)))
                    .containsExactly("Time is up. 2:00 more for who is not ready.");
            assertThat(words.lines(clock(ClockChanged.Cause.TIME_UP, RoundPart.EXTRA, 0, null)))
                    .containsExactly("Time is up but for who was given more: 2:00 left.");
        }
    }

    @Test
    void whoPlaysHearsInAPauseWhatIsKept() {
        ClockChanged paused = clock(ClockChanged.Cause.PAUSED, RoundPart.RUNNING, 0, null);
        assertThat(SEAT.sentence(paused)).contains("stands at 2:00", "saved: FENT=5");
        assertThat(OWNER.lines(paused)).containsExactly("PAUSED 2:00");
        assertThat(WATCHER.lines(paused)).containsExactly("PAUSED 2:00");
        assertThat(SEAT.sentence(paused.withLeftMillis(0)))
                .doesNotContain("stands at")
                .contains("FENT=5");
        assertThat(OWNER.lines(paused.withLeftMillis(0))).containsExactly("PAUSED");
    }

    @Test
    void whoPlaysOnThePageHearsTheSameWithoutCommandsOfTheTerminal() {
        ClockChanged paused = clock(ClockChanged.Cause.PAUSED, RoundPart.RUNNING, 0, null);
        assertThat(PAGE.sentence(paused))
                .contains("stands at 2:00", "saved: FENT=5")
                .doesNotContain("legal");
        RoundShut shut = new RoundShut(3, RoundShut.Cause.TIME);
        assertThat(PAGE.sentence(shut)).isEqualTo(SEAT.sentence(shut)).contains("Nothing can be changed");
    }

    @Test
    void whoHoldsTheMatchHearsWhatToDoWithARoundThatIsShut() {
        RoundShut shut = new RoundShut(3, RoundShut.Cause.ALL_READY);
        assertThat(OWNER.sentence(shut))
                .isEqualTo("Round 3 is shut: all are ready. reveal resolves it; extend 1:00 opens it again.");
        assertThat(SEAT.sentence(shut)).contains("all are ready", "Nothing can be changed");
        assertThat(WATCHER.lines(shut))
                .containsExactly("Round 3 is shut: all are ready. It is revealed by who holds the match.");
    }

    @Test
    void aSeatThatChangesHandsIsToldOtherwiseToItsPerson() {
        Notice own = new Notice.SeatChanged(Seat.US_HEAD, 2, new SeatHolder.Bot("hold"));
        assertThat(SEAT.sentence(own)).startsWith("The bot hold acts on your seat now;");
        assertThat(OWNER.lines(own)).first().asString().startsWith("US.head: the bot hold acts here now;");
        assertThat(SEAT.lines(new Notice.SeatChanged(Seat.CN_HEAD, 2, new SeatHolder.Bot("hold"))))
                .isEqualTo(WATCHER.lines(new Notice.SeatChanged(Seat.CN_HEAD, 2, new SeatHolder.Bot("hold"))));
    }

    /** What a seat does is told to it by its board, and to the owner in a line. */
    @Test
    void whereThereIsNoTextNothingIsSaid() {
        Notice ready = new Notice.SeatStatus(Seat.CN_HEAD, 1, true, true);
        assertThat(SEAT.lines(ready)).isEmpty();
        assertThat(OWNER.lines(ready)).containsExactly("CN.head is ready.");
        assertThat(OWNER.lines(new Notice.SeatStatus(Seat.CN_HEAD, 1, true, false)))
                .isEmpty();
    }

    @Test
    void aMessageToAnotherSeatIsNotTold() {
        assertThat(SEAT.lines(new Notice.HostActed(new HostAct.Message(Side.US, 0, "Look at the news"), 1)))
                .containsExactly("Message to US alone: Look at the news");
        assertThat(SEAT.lines(new Notice.HostActed(new HostAct.Message(Side.US, 1, ""), 1)))
                .isEmpty();
    }

    @Test
    void everyTextOfTheTableIsSaidToSomebody() {
        String said = said();
        for (String key : ENGLISH.keys()) {
            if (key.startsWith("notices.")) {
                String longest = Arrays.stream(ENGLISH.pattern(key).split("%(\\d\\$)?[sd]"))
                        .max(Comparator.comparing(String::length))
                        .orElseThrow();
                assertThat(said).as(key).contains(longest.strip());
            }
        }
    }

    private static String said() {
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
            for (NoticeWords words : List.of(SEAT, PAGE, OWNER, WATCHER)) {
                said.add(String.join(" ", words.lines(notice)));
            }
        }
        for (RoomFact fact : RoomFact.values()) {
            said.add(String.join(" ", WATCHER.of(fact, true)));
            said.add(String.join(" ", WATCHER.of(fact, false)));
        }
        return String.join("\n", said);
    }

    private static Notice opened() {
        Rules rules = Rules.of(Scenarios.busan2025());
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                List.of(Seat.US_HEAD, Seat.CN_HEAD),
                List.of(Viewer.US),
                Recording.NONE,
                "us",
                "cn",
                List.of());
        return new Referee(rules, rules.setup(5), terms)
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
