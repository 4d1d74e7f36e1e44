package dev.truce.story.heard;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.TermsHash;
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
import dev.truce.protocol.text.SafeText;
import dev.truce.story.delegation.CounselWords;
import dev.truce.story.delegation.SeatWords;
import dev.truce.story.facts.Deadline;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.heard.NoticeWords.Listener;
import dev.truce.story.heard.Telling.Kind;
import dev.truce.story.heard.Telling.Moment;
import dev.truce.story.page.Page;
import dev.truce.story.round.RoundTopic;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.CardWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.TalkWords;
import dev.truce.story.words.TermsWords;
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
    /** How long what follows a resolved round is waited for before the round is told. */
    public static final long SETTLED_MILLIS = 200;

    private static final int MAX_NAME = 24;
    /** Digits of the hash of terms by which people tell them apart. */
    private static final int DIGITS = 4;

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

    /**
     * Returns the hearing of who only watches a match, whom what is public is told.
     *
     * @param reasons by what scores are explained
     * @param all the texts of all languages that programs get
     */
    public static Hearing watching(Scenario scenario, Reasons reasons, List<Phrases> all) {
        SeatBoard board = new SeatBoard(scenario, Seat.US_HEAD, reasons);
        return new Hearing(Listener.WATCHER, board, false, all, () -> words -> "");
    }

    /**
     * Hears something.
     *
     * @param nowUnixMillis the server's time
     * @return what the listener is told, in this order
     */
    public List<Telling> hear(Heard heard, long nowUnixMillis) {
        List<Telling> tellings = new ArrayList<>();
        if (heard instanceof Heard.Told told) {
            told(tellings, told.notice(), told.deadlineUnixMillis(), nowUnixMillis);
        } else if (heard instanceof Heard.Room room) {
            seated(tellings, room);
        } else if (heard instanceof Heard.DeadlineMoved moved) {
            moved(moved.deadlineUnixMillis(), nowUnixMillis);
        } else if (heard instanceof Heard.Fact fact) {
            facts.put(fact.fact(), fact.holds());
            tellings.add(holds(Kind.FACT, words -> NoticeWords.of(words.phrases(), fact.fact(), fact.holds())));
        } else if (heard instanceof Heard.Seed told) {
            seed = told.seed();
            if (isSeedChosen()) {
                tellings.add(holds(Kind.SEED, words -> words.text("facts.seed-chosen")));
            }
        } else if (heard instanceof Heard.Sealed sealed) {
            board.sealed(sealed.orders());
        } else if (heard instanceof Heard.Link link) {
            linkLost = link.state() instanceof LinkState.Lost || (linkLost && !(link.state() instanceof LinkState.Up));
        }
        return tellings;
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

    private Telling said(Kind kind, Function<Wording, String> sentence) {
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

    private Telling plain(Kind kind, Notice notice) {
        Function<Wording, String> kept = saved.get();
        return said(
                kind,
                words -> new NoticeWords(
                                listener,
                                words.phrases(),
                                words::safe,
                                board.delegates().own(),
                                kept.apply(words))
                        .sentence(notice));
    }

    private boolean plays() {
        return listener == Listener.SEAT || listener == Listener.PAGE;
    }

    private void told(List<Telling> tellings, Notice notice, long closesUnixMillis, long now) {
        Earlier before =
                new Earlier(board.last(), board.deadlineUnixMillis(), board.opponentSubmitted(), board.opponentReady());
        Offer known = notice instanceof Notice.OfferChanged changed
                ? board.proceedings().find(changed.offer().id())
                : null;
        board.take(notice, closesUnixMillis, !silent);
        if (notice instanceof Notice.OfferChanged changed) {
            if (plays() && untold == null && !changed.offer().equals(known)) {
                offer(tellings, changed.offer());
            }
            return;
        }
        tellings.addAll(settled());
        if (notice instanceof Notice.RoundOpened opened) {
            opened(tellings, opened, closesUnixMillis, before, now);
        } else if (notice instanceof Notice.RoundResolved resolved) {
            RoundView last = before.round();
            if (!silent && (last == null || last.round() < resolved.view().round())) {
                untold = resolved.view();
            }
        } else if (notice instanceof Notice.ClockChanged changed) {
            if (changed.round() == board.openRound() && board.over() == null) {
                if (changed.paused()) {
                    runs(Deadline.standing(changed.leftMillis()));
                } else {
                    runs(closesUnixMillis, now);
                }
                tellings.add(plain(Kind.CLOCK, notice));
            }
        } else if (notice instanceof Notice.SeatStatus status) {
            status(tellings, status, before);
        } else if (notice instanceof Notice.NoticeGiven given) {
            if (listener == Listener.WATCHER || (plays() && given.side() != board.side())) {
                String key = given.given() ? "told.notice" : "told.notice.back";
                tellings.add(said(Kind.TALK, words -> words.text(key, given.side(), given.round())));
            }
        } else if (notice instanceof Notice.Said said) {
            if (listener == Listener.WATCHER
                    || (plays() && !said.seat().equals(board.delegates().own()))) {
                tellings.add(paragraphs(Kind.TALK, 3, words -> List.of(new TalkWords(words).said(said))));
            }
        } else if (notice instanceof Notice.CardPlayed played) {
            if (listener != Listener.OWNER) {
                tellings.add(said(Kind.HOST, words -> new CardWords(words).played(played.card(), played.round())));
            }
        } else if (notice instanceof Notice.Drafted || notice instanceof Notice.Voted) {
            tellings.add(said(Kind.COUNSEL, words -> counsel(notice, words)));
        } else if (notice instanceof Notice.MatchOver over) {
            runs(new Deadline(0, 0));
            tellings.add(
                    listener == Listener.OWNER
                            ? plain(Kind.OVER, notice)
                            : telling(Kind.OVER, Moment.NOW, words -> end(over, words)));
        } else {
            if (notice instanceof Notice.RoundShut) {
                runs(new Deadline(0, 0));
            } else if (notice instanceof Notice.HorizonSet set) {
                knownRounds = set.round();
            }
            tellings.add(plain(Kind.HOST, notice));
        }
    }

    /** What was known before a notice. */
    private record Earlier(
            @Nullable RoundView round, long closesUnixMillis, boolean opponentSealed, boolean opponentReady) {}

    private void opened(
            List<Telling> tellings, Notice.RoundOpened opened, long closesUnixMillis, Earlier before, long now) {
        Observation observation = opened.observation();
        knownRounds = observation.knownRounds();
        boolean isNew = observation.openRound() != openRound;
        if (isNew || closesUnixMillis != before.closesUnixMillis()) {
            runs(closesUnixMillis, now);
        }
        if (isNew && !observation.over()) {
            openRound = observation.openRound();
            facts.values().removeIf(holds -> !holds);
            tellings.add(plain(Kind.OPENED, opened));
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
            if (plays() && isNew && isOther) {
                tellings.add(said(Kind.SEATED, words -> seated(occupant, words)));
            }
        }
    }

    private String seated(Occupant occupant, Wording words) {
        if (!board.delegates().isNone()) {
            return ofSeat("session.seat.taken", occupant, words);
        }
        return words.text(
                occupant.bot() ? "session.other.bot" : "session.other.person",
                occupant.seat().side(),
                SafeText.uncomposed(words.safe(occupant.name()), MAX_NAME));
    }

    private static String ofSeat(String key, Occupant occupant, Wording words) {
        return words.text(key, occupant.seat().side(), new SeatWords(words.phrases(), words::safe).of(occupant));
    }

    /** Programs are ready in the end, so only of persons that is told. */
    private void status(List<Telling> tellings, Notice.SeatStatus status, Earlier before) {
        if (!plays()) {
            tellings.add(plain(Kind.STATUS, status));
        } else if (!board.delegates().isNone()) {
            board.delegates()
                    .at(status.seat())
                    .filter(it -> status.ready()
                            && !it.bot()
                            && !it.seat().equals(board.delegates().own()))
                    .ifPresent(it -> tellings.add(said(Kind.STATUS, words -> ofSeat("session.seat.ready", it, words))));
        } else if (!isAgainstBot()) {
            if (board.opponentReady() && !before.opponentReady()) {
                tellings.add(of(Kind.STATUS, "session.other.ready"));
            } else if (board.opponentSubmitted() && !before.opponentSealed()) {
                tellings.add(of(Kind.STATUS, "session.other.sealed"));
            }
        }
    }

    /** On the page a vote is a button. */
    private String counsel(Notice notice, Wording words) {
        String told = new CounselWords(board, words).told(notice);
        return listener == Listener.SEAT && !told.isEmpty() && notice instanceof Notice.Drafted drafted
                ? told + words.text("told.draft.next", drafted.seat().number())
                : told;
    }

    private Telling of(Kind kind, String key) {
        return said(kind, words -> words.text(key, board.side().other()));
    }

    /** Tells what the other side did with an offer; what this seat does is told by the answer to its command. */
    private void offer(List<Telling> tellings, Offer offer) {
        boolean own = offer.maker() == board.side();
        switch (offer.status()) {
            case OPEN -> {
                if (!own) {
                    tellings.add(paragraphs(Kind.OFFER, 0, words -> made(offer, words)));
                }
            }
            case ACCEPTED, REFUSED -> {
                if (own) {
                    tellings.add(answer(offer));
                }
            }
            case WITHDRAWN -> {
                if (!own) {
                    tellings.add(answer(offer));
                }
            }
            case COUNTERED, EXPIRED, ENTERED, LAPSED, SUPERSEDED -> {
                // A counter-offer tells of itself, and the rest belongs to the report of the round.
            }
        }
    }

    private Telling answer(Offer offer) {
        return said(
                Kind.ANSWER,
                words ->
                        words.text("told." + offer.status().name(), board.side().other(), offer.id()));
    }

    private static List<String> made(Offer offer, Wording words) {
        OfferId answered = offer.answers();
        return List.of(
                words.text(
                        answered == null ? "told.offer" : "told.counter",
                        offer.maker(),
                        offer.id(),
                        new TermsWords(words).unbroken(offer.terms()),
                        TermsHash.of(offer.terms()).substring(0, DIGITS),
                        offer.lastRound(),
                        answered == null ? "" : answered),
                words.text("told.offer.next", offer.id()));
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
        return new RoundTopic(words, knownRounds, board.reasons(), all)
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

    /** Whether the link is lost. */
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
