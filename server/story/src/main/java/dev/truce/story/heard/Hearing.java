// checkstyle:off FileLength: the one listener has a method for each thing that is heard and each notice.
package dev.truce.story.heard;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.Telling.Kind;
import dev.truce.story.heard.Telling.Moment;
import dev.truce.story.page.Page;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.SigningWords;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hears of a match for one listener: holds all that it knows, and says of each thing what the listener is told, and when. Every screen draws
 * what this says. It knows no clock: who calls it says what time it is at the server.
 */
public final class Hearing {
    /** Who is told. */
    public enum Listener {
        /** Who plays. */
        SEAT,
        /** Who plays on the page, and hears what all who play hear where it has no text of its own. */
        PAGE,
        /** Who opened the room and holds the match. */
        OWNER,
        /** Who only watches. */
        WATCHER
    }

    /** How long what follows a resolved round is waited for before the round is told. */
    public static final long SETTLED_MILLIS = 200;

    /** By how much the lines of what was said are indented after the first. */
    private static final int SAID = 3;

    private final Listener listener;
    private final SeatBoard board;
    private final boolean expectsBot;
    private final List<Phrases> all;
    private final Supplier<Function<Wording, String>> saved;
    /** What is so in the room for a while, and until the next round what is not so any more. */
    private final Map<RoomFact, Boolean> facts = new EnumMap<>(RoomFact.class);

    private List<Occupant> seats = List.of();
    private SeedNotice seed = SeedNotice.DRAWN;
    private Deadline deadline = new Deadline(0, 0);
    private String left = "";
    private int openRound;
    private int knownRounds;
    private boolean linkLost;
    private boolean silent;
    /** A round whose offers may still change. */
    private @Nullable RoundView untold;

    /**
     * Nothing was heard yet.
     *
     * @param board what the listener knows of the match
     * @param expectsBot whether a program plays the other side, as far as nothing is heard of it
     * @param all the texts of all languages that programs get
     * @param saved says what the server has of the seat at the time of the call
     */
    public Hearing(
            Listener listener,
            SeatBoard board,
            boolean expectsBot,
            List<Phrases> all,
            Supplier<Function<Wording, String>> saved) {
        this.listener = listener;
        this.board = board;
        this.expectsBot = expectsBot;
        this.all = List.copyOf(all);
        this.saved = saved;
    }

    /** Returns the hearing of who opened a room and holds its match. */
    public static Hearing ofOwner(Scenario scenario) {
        return ofPublic(Listener.OWNER, scenario, Reasons.none(), List.of());
    }

    /**
     * Returns the hearing of who only watches a match, whom what is public is told.
     *
     * @param reasons by what scores are explained
     * @param all the texts of all languages that programs get
     */
    public static Hearing ofWatcher(Scenario scenario, Reasons reasons, List<Phrases> all) {
        return ofPublic(Listener.WATCHER, scenario, reasons, all);
    }

    private static Hearing ofPublic(Listener listener, Scenario scenario, Reasons reasons, List<Phrases> all) {
        SeatBoard board = new SeatBoard(scenario, Seat.US_HEAD, reasons);
        return new Hearing(listener, board, false, all, () -> words -> "");
    }

    /**
     * Hears something.
     *
     * @param nowUnixMillis the server's time
     * @return what the listener is told, in this order
     */
    public List<Telling> hear(Heard heard, long nowUnixMillis) {
        HearingCases hears = new HearingCases(nowUnixMillis);
        heard.to(hears);
        return hears.tellings;
    }

    /** What comes of something that is heard. */
    private final class HearingCases implements Heard.Cases {
        private final long now;
        private final List<Telling> tellings = new ArrayList<>();

        HearingCases(long now) {
            this.now = now;
        }

        @Override
        public void told(Heard.Told heard) {
            tellings.addAll(Hearing.this.told(heard, now));
        }

        @Override
        public void room(Heard.Room heard) {
            seated(tellings, heard);
        }

        @Override
        public void deadlineMoved(Heard.DeadlineMoved heard) {
            moved(heard.deadlineUnixMillis(), now);
        }

        @Override
        public void fact(Heard.Fact heard) {
            facts.put(heard.fact(), heard.holds());
            tellings.add(holds(Kind.FACT, words -> NoticeWords.of(words.phrases(), heard.fact(), heard.holds())));
        }

        @Override
        public void seed(Heard.Seed heard) {
            seed = heard.seed();
            if (isSeedChosen()) {
                tellings.add(holds(Kind.SEED, words -> words.text("facts.seed-chosen")));
            }
        }

        @Override
        public void sealed(Heard.Sealed heard) {
            board.sealed(heard.orders());
        }

        @Override
        public void link(Heard.Link heard) {
            linkLost =
                    heard.state() instanceof LinkState.Lost || (linkLost && !(heard.state() instanceof LinkState.Up));
        }

        // The scenario is known, a ticket is a secret, who calls says what time it is, and a class has a picture of its
        // own.

        @Override
        public void begun(Heard.Begun heard) {}

        @Override
        public void newTicket(Heard.NewTicket heard) {}

        @Override
        public void serverTime(Heard.ServerTime heard) {}

        @Override
        public void ofClass(Heard.OfClass heard) {}
    }

    // ---- the clock ----

    private void runs(long closesUnixMillis, long now) {
        runs(listener == Listener.PAGE ? Deadline.spoken(closesUnixMillis, now) : new Deadline(closesUnixMillis, now));
    }

    private void runs(Deadline next) {
        deadline = next;
        left = "";
    }

    private void moved(long closesUnixMillis, long now) {
        if (closesUnixMillis != board.deadlineUnixMillis() && board.over() == null) {
            if (deadline.stands()) {
                runs(Deadline.standing(closesUnixMillis - now));
            } else {
                runs(closesUnixMillis, now);
            }
        }
    }

    /** Time goes by: returns how much is left, if that is to be told now. */
    public Optional<String> passes(long nowUnixMillis) {
        Optional<String> due = deadline.tell(nowUnixMillis);
        due.ifPresent(time -> left = time);
        return due;
    }

    /** Returns for how long nothing is to be told unless something is heard. */
    public long quietMillis(long nowUnixMillis) {
        long quiet = deadline.quietMillis(nowUnixMillis);
        return untold == null ? quiet : Math.min(quiet, SETTLED_MILLIS);
    }

    // ---- what is told ----

    private Telling sentence(Kind kind, Function<Wording, String> sentence) {
        return paragraphs(kind, 0, words -> List.of(sentence.apply(words)));
    }

    /** What is so now is told to who comes back, too. */
    private static Telling holds(Kind kind, Function<Wording, String> sentence) {
        return new Telling(kind, Moment.NOW, words -> Telling.of(0, List.of(sentence.apply(words))));
    }

    private Telling paragraphs(Kind kind, int indent, Function<Wording, List<String>> sentences) {
        return telling(kind, Moment.NOW, words -> Telling.of(indent, sentences.apply(words)));
    }

    private Telling telling(Kind kind, Moment moment, Function<Wording, Page> page) {
        return new Telling(kind, silent ? Moment.SILENT : moment, page);
    }

    private NoticeWords notices(Wording words) {
        return new NoticeWords(listener, words);
    }

    private boolean plays() {
        return listener == Listener.SEAT || listener == Listener.PAGE;
    }

    private List<Telling> told(Heard.Told told, long now) {
        Notice notice = told.notice();
        ToldNotice cases = new ToldNotice(told.deadlineUnixMillis(), now, notice);
        board.take(notice, told.deadlineUnixMillis(), !silent);
        List<Telling> tellings = new ArrayList<>(notice instanceof Notice.OfferChanged ? List.of() : settled());
        tellings.addAll(notice.in(cases));
        return tellings;
    }

    /** What comes of a notice that the board has taken; holds what was known before it. */
    private final class ToldNotice implements Notice.Cases<List<Telling>> {
        private final long closesUnixMillis;
        private final long now;
        private final int lastRound;
        private final long closedUnixMillis;
        private final boolean opponentSealed;
        private final boolean opponentReady;
        private final @Nullable Offer known;

        ToldNotice(long closesUnixMillis, long now, Notice notice) {
            this.closesUnixMillis = closesUnixMillis;
            this.now = now;
            RoundView last = board.last();
            lastRound = last == null ? 0 : last.round();
            closedUnixMillis = board.deadlineUnixMillis();
            opponentSealed = board.opponentSubmitted();
            opponentReady = board.opponentReady();
            known = notice instanceof Notice.OfferChanged changed
                    ? board.proceedings().find(changed.offer().id())
                    : null;
        }

        /** Says a text of the table; nothing where there is none for this listener. */
        private List<Telling> says(Kind kind, Function<NoticeWords, String> sentence) {
            return List.of(sentence(kind, words -> sentence.apply(notices(words))));
        }

        private List<Telling> when(boolean tells, Kind kind, Function<Wording, String> sentence) {
            return tells ? List.of(sentence(kind, sentence)) : List.of();
        }

        @Override
        public List<Telling> roundOpened(Notice.RoundOpened opened) {
            Observation observation = opened.observation();
            knownRounds = observation.knownRounds();
            boolean isNew = observation.openRound() != openRound;
            if (isNew || closesUnixMillis != closedUnixMillis) {
                runs(closesUnixMillis, now);
            }
            if (!isNew || observation.over()) {
                return List.of();
            }
            openRound = observation.openRound();
            facts.values().removeIf(holds -> !holds);
            return says(Kind.OPENED, words -> words.say("opened", observation.openRound(), observation.quarter()));
        }

        @Override
        public List<Telling> roundResolved(Notice.RoundResolved resolved) {
            if (listener != Listener.OWNER
                    && !silent
                    && lastRound < resolved.view().round()) {
                untold = resolved.view();
            }
            return List.of();
        }

        @Override
        public List<Telling> matchOver(Notice.MatchOver over) {
            runs(new Deadline(0, 0));
            return listener == Listener.OWNER
                    ? says(Kind.OVER, words -> words.say("over", over.rounds()))
                    : List.of(telling(Kind.OVER, Moment.NOW, words -> end(over, words)));
        }

        @Override
        public List<Telling> roundShut(Notice.RoundShut shut) {
            runs(new Deadline(0, 0));
            return says(Kind.CLOCK, words -> words.shut(shut));
        }

        @Override
        public List<Telling> clockChanged(Notice.ClockChanged changed) {
            if (changed.round() != board.openRound() || board.over() != null) {
                return List.of();
            }
            if (changed.paused()) {
                runs(Deadline.standing(changed.leftMillis()));
            } else {
                runs(closesUnixMillis, now);
            }
            Function<Wording, String> kept = saved.get();
            return List.of(sentence(Kind.CLOCK, words -> notices(words).clock(changed, kept.apply(words))));
        }

        @Override
        public List<Telling> horizonSet(Notice.HorizonSet set) {
            knownRounds = set.round();
            return says(Kind.HOST, words -> words.say("end", set.round()));
        }

        @Override
        public List<Telling> seatChanged(Notice.SeatChanged changed) {
            boolean own = plays() && changed.seat().equals(board.delegates().own());
            return says(Kind.HOST, words -> words.changedHands(changed, own));
        }

        @Override
        public List<Telling> hostActed(Notice.HostActed acted) {
            return when(true, Kind.HOST, words -> new HostWords(words.phrases(), words::safe).told(acted.act()));
        }

        @Override
        public List<Telling> cardPlayed(Notice.CardPlayed played) {
            return when(
                    listener != Listener.OWNER,
                    Kind.HOST,
                    words -> new CardWords(words).played(played.card(), played.round()));
        }

        /** Programs are ready in the end, so only of persons that is told. */
        @Override
        public List<Telling> seatStatus(Notice.SeatStatus status) {
            if (!plays()) {
                return says(Kind.STATUS, words -> status.ready() ? words.say("ready", status.seat()) : "");
            } else if (!board.delegates().isNone()) {
                return board
                        .delegates()
                        .at(status.seat())
                        .filter(it -> status.ready()
                                && !it.bot()
                                && !it.seat().equals(board.delegates().own()))
                        .map(it -> sentence(Kind.STATUS, words -> notices(words).ready(it)))
                        .stream()
                        .toList();
            }
            boolean isReady = board.opponentReady() && !opponentReady;
            boolean isSealed = board.opponentSubmitted() && !opponentSealed;
            String key = isReady ? "session.other.ready" : "session.other.sealed";
            return when(
                    !isAgainstBot() && (isReady || isSealed),
                    Kind.STATUS,
                    words -> words.text(key, board.side().other()));
        }

        /** What the other side did with an offer; what this seat does is told by the answer to its command. */
        @Override
        public List<Telling> offerChanged(Notice.OfferChanged changed) {
            Offer offer = changed.offer();
            if (!plays() || untold != null || offer.equals(known)) {
                return List.of();
            }
            boolean own = offer.maker() == board.side();
            Function<Wording, String> answer = words -> answer(notices(words), offer, words);
            return switch (offer.status()) {
                case OPEN ->
                    own
                            ? List.of()
                            : List.of(paragraphs(
                                    Kind.OFFER, 0, words -> notices(words).made(offer)));
                case ACCEPTED, REFUSED -> when(own, Kind.ANSWER, answer);
                case WITHDRAWN -> when(!own, Kind.ANSWER, answer);
                // A counter-offer tells of itself, and the rest belongs to the report of the round.
                case COUNTERED, EXPIRED, ENTERED, LAPSED, SUPERSEDED -> List.of();
            };
        }

        @Override
        public List<Telling> noticeGiven(Notice.NoticeGiven given) {
            String key = given.given() ? "told.notice" : "told.notice.back";
            return when(
                    listener == Listener.WATCHER || (plays() && given.side() != board.side()),
                    Kind.TALK,
                    words -> words.text(key, given.side(), given.round()));
        }

        /** A head that decides hears it too, and a seat that comes back hears what stands. */
        @Override
        public List<Telling> decided(Notice.Decided decided) {
            return when(
                    plays() && decided.side() == board.side(),
                    Kind.TALK,
                    words -> words.text(
                            "told.decided",
                            decided.accused().qualifiedWord(),
                            words.text("judge." + decided.choice().word()),
                            decided.round()));
        }

        @Override
        public List<Telling> said(Notice.Said said) {
            return listener == Listener.WATCHER
                            || (plays() && !said.seat().equals(board.delegates().own()))
                    ? List.of(paragraphs(Kind.TALK, SAID, words -> List.of(new TalkWords(words).said(said))))
                    : List.of();
        }

        /** On the page a vote is a button. */
        @Override
        public List<Telling> drafted(Notice.Drafted drafted) {
            Function<Wording, String> told = CounselWords.told(board, drafted);
            return when(true, Kind.COUNSEL, words -> {
                String text = told.apply(words);
                boolean types = listener == Listener.SEAT && !text.isEmpty();
                return types
                        ? text + words.text("told.draft.next", drafted.seat().number())
                        : text;
            });
        }

        @Override
        public List<Telling> voted(Notice.Voted voted) {
            return when(true, Kind.COUNSEL, CounselWords.told(board, voted));
        }

        /** A brief is read when its seat asks for it. */
        @Override
        public List<Telling> briefGiven(Notice.BriefGiven given) {
            return List.of();
        }

        /** It belongs to the report of the end, which follows. */
        @Override
        public List<Telling> ministersScored(Notice.MinistersScored scored) {
            return List.of();
        }
    }

    private Page end(Notice.MatchOver over, Wording words) {
        return new FinalTopic(words, board.reasons())
                .page(over, board.rounds(), board.proceedings().ledger());
    }

    private void seated(List<Telling> tellings, Heard.Room room) {
        List<Occupant> known = seats;
        seats = room.seats();
        board.delegates().seated(seats, room.mode());
        for (Occupant occupant : seats) {
            boolean isNew = !occupant.isVacant()
                    && known.stream().noneMatch(each -> each.seat().equals(occupant.seat()) && !each.isVacant());
            boolean isOther = board.delegates().isNone()
                    ? occupant.seat().side() != board.side()
                    : !occupant.seat().equals(board.delegates().own());
            if (isNew && (listener == Listener.OWNER || (plays() && isOther))) {
                boolean isAlone = board.delegates().isNone();
                tellings.add(sentence(Kind.SEATED, words -> notices(words).seated(occupant, isAlone)));
            }
        }
    }

    /** Returns how an offer was answered and, if it was accepted, which of all accepted texts would enter. */
    private String answer(NoticeWords notices, Offer offer, Wording words) {
        String told = notices.answer(offer, board.side().other());
        String rivals = offer.status() == OfferStatus.ACCEPTED
                ? new SigningWords(words)
                        .rivals(
                                board.side(),
                                board.openRound(),
                                board.proceedings().offers(),
                                null)
                : "";
        return rivals.isEmpty() ? told : told + " " + rivals;
    }

    /** Returns a round that was resolved and not told yet, once nothing more is heard of it. */
    public List<Telling> settled() {
        RoundView view = untold;
        untold = null;
        return view == null ? List.of() : List.of(round(view));
    }

    private Telling round(RoundView view) {
        return telling(Kind.ROUND, Moment.SETTLED, words -> page(view, words));
    }

    /** Returns a resolved round as this listener sees it. */
    public Page page(RoundView view, Wording words) {
        Notice.MatchOver over = board.over();
        int last = over == null ? knownRounds : over.rounds();
        return new RoundTopic(words, knownRounds, last, board.reasons(), all)
                .page(view, board.round(view.round() - 1), board.proceedings().round(view.round()));
    }

    // ---- who comes back ----

    /** What is heard from now on happened before the listener came. */
    public void beSilent() {
        silent = true;
    }

    /** Whether what is heard happened before the listener came. */
    public boolean isSilent() {
        return silent;
    }

    /** Ends the silence; returns how things stand. */
    public List<Telling> sumUp() {
        silent = false;
        Notice.MatchOver over = board.over();
        if (over != null) {
            return List.of(telling(Kind.OVER, Moment.NOW, words -> end(over, words)));
        }
        List<Telling> stands = new ArrayList<>();
        RoundView last = board.last();
        if (last != null) {
            stands.add(round(last));
        }
        if (board.observation() != null) {
            stands.add(telling(Kind.OPENED, Moment.NOW, words -> Telling.of(0, List.of())));
        }
        return stands;
    }

    // ---- what is known ----

    /** What the listener knows of the match. */
    public SeatBoard board() {
        return board;
    }

    /** The clock of the open round. */
    public Deadline deadline() {
        return deadline;
    }

    /** The time that was told last because a mark has passed, or an empty text. */
    public String left() {
        return left;
    }

    /** The round that opened last, 0 before the first. */
    public int openRound() {
        return openRound;
    }

    /** The number of rounds of the match, 0 if nobody may know it. */
    public int knownRounds() {
        return knownRounds;
    }

    public boolean isLinkLost() {
        return linkLost;
    }

    /** Whether a program is the other side's head; a program is always ready in the end. */
    public boolean isAgainstBot() {
        Seat other = Seat.head(board.side().other());
        return seats.stream()
                .filter(each -> each.seat().equals(other))
                .findFirst()
                .map(Occupant::bot)
                .orElse(expectsBot);
    }

    /** What the room told of its seed last. */
    public SeedNotice seed() {
        return seed;
    }

    /** Whether somebody chose the seed, who can then work out what both sides hide. */
    public boolean isSeedChosen() {
        return seed.chosen();
    }

    /** Returns what is to be said of what is so, or is not so any more. */
    public Map<RoomFact, Boolean> facts() {
        return Map.copyOf(facts);
    }
}
