package dev.truce.app.host;

import dev.truce.app.classroom.SeatPresence;
import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.SeatInputs;
import dev.truce.app.host.service.TableWatch;
import dev.truce.app.log.MatchAudit;
import dev.truce.app.room.Place;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.ServerRefusals;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Refusals;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.SeedOrigin;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.store.Entry;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredSeat;
import dev.truce.store.log.LogEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A room with its match, as the connections of its people talk to it. All methods return at once and answer later, when the
 * answer is on disk. Thread-safe; all state is touched by the tasks of one mailbox only.
 */
public final class HostedMatch {
    private static final Logger LOG = LoggerFactory.getLogger(HostedMatch.class);

    private final Room room;
    private final Rules rules;
    private final MatchSpec spec;
    private final MatchServices services;
    private final MatchAudit audit;
    private final RoomBook book;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final SeatActions play;
    private final Map<Place, MatchConnection> peers = new LinkedHashMap<>();
    private final HostedBots roster;
    private final SeedNotice seed;
    private final Memory memory;
    private final TableReporter reporter;
    private final SeatPresence presence;
    private final SeatInputs inputs;
    private boolean faulted;
    /** From the wish to start on: a person who sat down later would be in the room and not in the match. */
    private boolean starting;

    private boolean retired;
    private volatile boolean connected;
    /** Whether the server went on once although the end of the journal was lost. */
    private volatile boolean lossAccepted;

    /** Whether its clock ran when it was lost. */
    private volatile boolean goesOn;

    private volatile List<Occupant> occupants = List.of();

    /** Has matches in memory, as long as somebody needs them. */
    interface Memory {
        /** A match can no longer be saved, and has to be read from the journal again. */
        void lost(HostedMatch match);

        /** A match is over and nobody is in it: the journal has all of it, for who comes back. */
        void left(HostedMatch match);
    }

    /**
     * A match that is not open yet.
     *
     * @param tables hears of it if it is a table of a class
     */
    HostedMatch(
            Room room,
            Rules rules,
            MatchSpec spec,
            MatchServices services,
            RoomBook book,
            Memory memory,
            TableWatch tables) {
        this.room = room;
        this.rules = rules;
        this.spec = spec;
        this.services = services;
        this.inputs = new SeatInputs(services.limits().inputsPerSeatRound());
        this.audit = new MatchAudit(services.audit(), room.stored().matchId());
        this.book = book;
        this.memory = memory;
        this.presence = new SeatPresence(services.wallClock());
        this.reporter = new TableReporter(room, spec.rounds().pace(), tables, presence);
        this.seed = spec.seed().origin(room.stored().matchId()) instanceof SeedOrigin.Drawn drawn
                ? new SeedNotice(false, drawn.hash())
                : SeedNotice.CHOSEN;
        this.mailbox =
                new Mailbox(services.matchWorkers().ofMatch(), services.limits().mailbox());
        this.outbox = new Outbox(services.journal(), id(), this::post, this::lost);
        this.play = new SeatActions(
                id(),
                spec,
                () -> Referees.of(rules, spec, room, lossAccepted),
                services,
                outbox,
                this::post,
                new SeatActions.Audience() {
                    @Override
                    public void told(Viewer viewer, Notice notice) {
                        HostedMatch.this.told(viewer, notice);
                    }

                    @Override
                    public void allTold() {
                        peers.values().forEach(MatchConnection::wake);
                        tellClass();
                    }

                    @Override
                    public void faulted(RuntimeException cause) {
                        HostedMatch.this.faulted(cause);
                    }
                });
        this.roster = new HostedBots(room, rules.scenario(), spec, services, play, this::post);
        changed();
    }

    /** Brings a stored match back to where it was; its clock goes on when the first of its people is back. */
    void replay(StoredMatch stored, long leftMillis) {
        outbox.after(stored.last());
        lossAccepted = stored.lossAccepted();
        play.replay(stored, leftMillis);
        if (play.hasStarted() && !play.isOver()) {
            roster.sit();
            roster.relive();
            play.askPolicy();
            services.listener().running(id(), true);
        }
        changed();
        tellClass();
    }

    /** Opens the room for its creator. */
    void open(List<StoredSeat> seated, String key, MatchConnection creator, Consumer<Reply<Entered>> answer) {
        PlaceToken token = PlaceToken.draw(services.random());
        write(answer, () -> room.open(seated, PlaceToken.hashOfKey(key), token.hash()), () -> {
            LOG.info(LogEvent.ROOM_OPENED.marker(), "room opened");
            audit.opened();
            services.listener().opened(id());
            return enter(new Place.Creator(), creator, token);
        });
    }

    /** Opens the room as a table of a class. */
    void openTable(List<StoredSeat> held, Consumer<Reply<String>> answer) {
        write(answer, () -> room.openTable(held), () -> {
            services.listener().opened(id());
            changed();
            return id();
        });
    }

    /** Takes a seat or a place among the observers. */
    public void join(Room.Newcomer newcomer, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        give(
                matchConnection,
                answer,
                token -> room.admit(
                        newcomer,
                        token.hash(),
                        spec.openBook(),
                        starting || play.hasStarted(),
                        Room.staying(peers, MatchConnection::origin, matchConnection.origin())));
    }

    /** Opens a seat of a table for the member whom the class knows to sit there. */
    public void sit(Seat seat, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        give(matchConnection, answer, token -> room.reseat(seat, token.hash()));
    }

    private void give(
            MatchConnection matchConnection,
            Consumer<Reply<Entered>> answer,
            Function<PlaceToken, Reply<Room.Given>> giving) {
        offer(answer, () -> {
            if (!outbox.reserve()) {
                answer.accept(outbox.busy());
                return;
            }
            PlaceToken token = PlaceToken.draw(services.random());
            Reply<Room.Given> given = giving.apply(token);
            if (given instanceof Reply.Done<Room.Given> done) {
                outbox.write(done.value().entries());
                outbox.say(
                        Outbox.Words.answering(answer, () -> enter(done.value().place(), matchConnection, token)));
            } else {
                outbox.release();
                outbox.say(unixMillis -> answer.accept(((Reply.Refused<Room.Given>) given).as()));
            }
        });
    }

    /** Opens a place again for who has the token or the key with this hash. */
    void reopen(String hash, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        give(
                matchConnection,
                answer,
                token -> room.reopen(hash, token.hash())
                        .<Reply<Room.Given>>map(Reply::done)
                        .orElse(Reply.refused(ServerRefusals.badToken())));
    }

    /** Opens a place again for who has its token. While nothing can be saved it is there to look on, and the token stays what it was. */
    void resume(PlaceToken shown, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        offer(answer, () -> {
            Optional<Place> place = outbox.isStopped() ? room.find(shown.hash()) : Optional.empty();
            if (place.isPresent()) {
                settle(place.get(), matchConnection);
                changed();
                // What is sealed and waits for the disk may never be saved.
                boolean saved = !outbox.hasFailed() && outbox.isQuiet();
                answer.accept(new Reply.Done<>(
                        new Entered(this, view(place.get()), shown, saved ? play.sealed(place.get()) : null)));
            } else {
                reopen(shown.hash(), matchConnection, answer);
            }
        });
    }

    /** Does what the owner of the room wants with the match; only the creator may. */
    public void direct(Place from, Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        offer(answer, () -> {
            if (room.isCreator(from)) {
                host(hosts, audit.acting(hosts.act(), answer));
            } else {
                audit.notAllowed(from, hosts.act());
                refuse(answer, Refusal.of(ConnectionCode.NOT_CREATOR, "match_id"));
            }
        });
    }

    /** Does what the class wants with its table. */
    public void direct(Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        offer(answer, () -> host(hosts, answer));
    }

    private void host(Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        HostAct act = hosts.act();
        if (act instanceof HostAct.StandIn wanted && Roster.find(wanted.bot()).isEmpty()) {
            refuse(answer, RoomSpec.noBot("bot"));
        } else if (act instanceof HostAct.Start && !(hosts.number() != 0 && play.hasStarted())) {
            start(hosts, answer);
        } else if (act instanceof HostAct.Revoke revoke) {
            revoke(new Seat(revoke.side(), revoke.seat()), hosts, answer);
        } else {
            play.rule(hosts, answer);
        }
    }

    /** From when nothing opens the seat any more, nothing comes from it; so what it has sealed is cancelled after that. */
    private void revoke(Seat seat, Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        Consumer<Reply<SavedDeed>> cancel = done -> play.rule(hosts, answer);
        Consumer<Reply<SavedDeed>> released =
                reply -> (reply instanceof Reply.Done<SavedDeed> && isUnfinished() ? cancel : answer).accept(reply);
        room.keeping(seat).ifPresentOrElse(refusal -> refuse(answer, refusal), () -> release(seat, released));
    }

    /** Sends away who has a seat open; what opened it opens nothing any more. */
    public void release(Seat seat, Consumer<Reply<SavedDeed>> answer) {
        change(answer, () -> room.release(seat, starting || play.hasStarted()), () -> {
            audit.revoked(seat);
            MatchConnection there = peers.remove(new Place.AtSeat(seat));
            if (there != null) {
                there.sentAway(table().isPresent());
            }
        });
    }

    /** Gives a seat another name, before the match begins. */
    public void rename(Seat seat, String name, Consumer<Reply<SavedDeed>> answer) {
        change(answer, () -> play.hasStarted() ? List.of() : room.rename(seat, name), () -> {});
    }

    private void change(Consumer<Reply<SavedDeed>> answer, Supplier<List<Entry>> entries, Runnable after) {
        write(answer, entries, () -> {
            after.run();
            changed();
            return new SavedDeed(0, 0, services.wallClock().millis());
        });
    }

    /** Writes what changes; then something is done, and its value told. */
    private <T> void write(Consumer<Reply<T>> answer, Supplier<List<Entry>> entries, Supplier<T> done) {
        offer(answer, () -> {
            if (!outbox.reserve()) {
                answer.accept(outbox.busy());
                return;
            }
            List<Entry> changes = entries.get();
            if (changes.isEmpty()) {
                outbox.release();
            } else {
                outbox.write(changes);
            }
            outbox.say(Outbox.Words.answering(answer, done));
        });
    }

    /** Starts the match, once both sides have a head. */
    private void start(Input input, Consumer<Reply<SavedDeed>> answer) {
        if (!room.isComplete()) {
            refuse(answer, Refusal.of(ConnectionCode.SEATS_VACANT, "match_id"));
        } else if (starting || play.hasStarted()) {
            refuse(answer, Refusal.of(ConnectionCode.ROOM_STARTED, "match_id").because("refused.has-begun"));
        } else {
            starting = true;
            roster.sit();
            play.rule(input, reply -> {
                if (reply instanceof Reply.Refused<SavedDeed>) {
                    starting = false;
                } else {
                    LOG.info(LogEvent.MATCH_STARTED.marker(), "match started");
                    book.started(id());
                    services.listener().running(id(), false);
                }
                answer.accept(reply);
                changed();
            });
        }
    }

    private void refuse(Consumer<Reply<SavedDeed>> answer, Refusal refusal) {
        outbox.say(unixMillis -> answer.accept(Reply.refused(refusal)));
    }

    /** Takes what a seat does: orders, readiness, offers, notice, words. */
    public void input(Input.Does does, Consumer<Reply<SavedDeed>> answer) {
        long begun = System.nanoTime();
        offer(answer, () -> {
            try (MDC.MDCCloseable unused = MDC.putCloseable("seat", does.seat().toString())) {
                take(does.seat(), does, begun, answer);
            }
        });
    }

    private void take(Seat seat, Input.Does does, long begun, Consumer<Reply<SavedDeed>> answer) {
        Refusal refusal = inputs.refusal(seat, play.openRound(), room.isFree(seat));
        if (refusal != null) {
            answer.accept(Reply.refused(refusal));
            return;
        }
        presence.active(seat);
        play.comesBack(seat);
        String standIn = play.standIns().get(seat);
        if (standIn != null) {
            refuse(answer, Refusals.aBotStandsIn(standIn));
            return;
        }
        play.rule(does, reply -> {
            if (reply instanceof Reply.Done<SavedDeed>) {
                services.listener().acknowledged(System.nanoTime() - begun);
                if (does.deed() instanceof Deed.Submit) {
                    services.listener().sealed();
                }
            }
            answer.accept(reply);
        });
    }

    private void told(Viewer viewer, Notice notice) {
        if (viewer == Viewer.US || viewer == Viewer.CN) {
            roster.told(viewer == Viewer.US ? Side.US : Side.CN, notice);
        } else if (viewer == Viewer.PUBLIC
                && (notice instanceof Notice.SeatChanged || notice instanceof Notice.RoundOpened)) {
            // Instruments of empty seats change hands when a round opens.
            changed();
        } else if (notice instanceof Notice.MatchOver over && viewer == Viewer.PUBLIC) {
            LOG.info(LogEvent.MATCH_OVER.marker(), "match over after {} rounds", over.rounds());
            roster.leave();
            book.ended(id(), services.wallClock().millis());
        }
    }

    private void settle(Place place, MatchConnection matchConnection) {
        peers.values().removeIf(matchConnection::equals);
        room.without(peers).forEach(MatchConnection::takenOver);
        MatchConnection before = peers.put(place, matchConnection);
        if (before != null) {
            audit.takenOver(place);
            before.takenOver();
        }
        connected = true;
    }

    private Entered enter(Place place, MatchConnection matchConnection, PlaceToken token) {
        settle(place, matchConnection);
        if (place instanceof Place.AtSeat at) {
            presence.active(at.seat());
            play.goOn();
        }
        changed();
        return new Entered(this, view(place), token, play.sealed(place));
    }

    /** Lets a match go on whose people have not come back in time after a restart. */
    void goOn() {
        post(play::goOn);
    }

    /** Writes that the room was closed. */
    void closeRoom() {
        post(() -> {
            if (outbox.reserve()) {
                outbox.write(List.of(new Entry.RoomClosed()));
            }
        });
    }

    private void changed() {
        List<Occupant> now = SeatList.of(room, starting || play.hasStarted(), peers.keySet(), play);
        if (!now.equals(occupants)) {
            occupants = List.copyOf(now);
            peers.values().forEach(MatchConnection::wake);
            tellClass();
        }
    }

    /** Tells its people that there may be something new to see. */
    void wake() {
        post(() -> peers.values().forEach(MatchConnection::wake));
    }

    /** Tells the class again where its table stands. */
    public void tell() {
        post(this::tellClass);
    }

    private void tellClass() {
        reporter.tell(occupants, peers.keySet(), play, faulted);
    }

    /** What is on disk is no longer known to be what is in memory. Who looks on goes on seeing what was saved. */
    private void lost() {
        LOG.warn(LogEvent.MATCH_WAITS.marker(), "the match stands still until it can be read from the journal again");
        goesOn = play.isTimed();
        play.hold();
        roster.leave();
        memory.lost(this);
    }

    private void faulted(RuntimeException cause) {
        LOG.error(
                LogEvent.MATCH_FAULTED.marker(),
                "the match stands still: its referee failed; the journal holds all that was accepted",
                cause);
        roster.leave();
        services.listener().faulted(id());
        book.faulted(id(), services.wallClock().millis());
        faulted = true;
        tellClass();
        closePeers(ClosingCause.MATCH_FAULT, "a fault of the server stopped the match; what was saved is safe");
    }

    private void closePeers(ClosingCause cause, String detail) {
        List.copyOf(peers.values()).forEach(matchConnection -> matchConnection.close(cause, detail));
    }

    /**
     * Takes the match out of memory. Its people are sent away to come back; what is left of the open round is written down.
     *
     * @return completes when all is on disk
     */
    CompletableFuture<Void> retire() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        post(() -> {
            retired = true;
            roster.leave();
            play.hold();
            // What was asked for before is answered before: its answer waits for the disk as well.
            outbox.say(Outbox.Words.of(unixMillis -> sendAway(done), () -> sendAway(done)));
        });
        return done;
    }

    private void sendAway(CompletableFuture<Void> done) {
        closePeers(ClosingCause.SHUTTING_DOWN, "come back in a moment");
        done.complete(null);
    }

    boolean hasAcceptedLoss() {
        return lossAccepted;
    }

    /** Returns whether a clock runs. */
    boolean isTimed() {
        return play.isTimed();
    }

    /** Returns whether somebody is connected or a clock runs, so that the match has to stay in memory. */
    boolean isBusy() {
        return connected || goesOn || play.isTimed() || mailbox.depth() > 0;
    }

    /** Returns which table it is, or nothing if it is a room of its own. */
    public Optional<Room.TableOf> table() {
        return room.table();
    }

    /** Returns the id of the match. */
    public String id() {
        return room.stored().matchId();
    }

    int depth() {
        return mailbox.depth();
    }

    int bots() {
        return roster.seated();
    }

    boolean isUnfinished() {
        return play.hasStarted() && !play.isOver();
    }

    private <T> void offer(Consumer<Reply<T>> answer, Runnable task) {
        Runnable refused = () -> answer.accept(Reply.refused(ServerRefusals.retry()));
        if (!mailbox.offer(inContext(() -> (retired ? refused : task).run()))) {
            refused.run();
        }
    }

    private void post(Runnable task) {
        mailbox.post(inContext(task));
    }

    private Runnable inContext(Runnable task) {
        return () -> {
            try (MDC.MDCCloseable match = MDC.putCloseable("match", id());
                    MDC.MDCCloseable round = MDC.putCloseable("round", Integer.toString(play.openRound()))) {
                task.run();
            }
        };
    }

    /** A client has heard the events of its place up to a number. Safe from any thread. */
    private void heard(Place place, long sequence) {
        if (place instanceof Place.AtSeat at && presence.awaits()) {
            post(() -> {
                if (presence.heard(at.seat(), sequence)) {
                    tellClass();
                }
            });
        }
    }

    private View view(Place place) {
        return new PlaceView(
                place,
                room,
                book.codeOf(room.stored()),
                rules.scenario(),
                play,
                seed,
                () -> occupants,
                this::heard,
                matchConnection -> post(() -> {
                    if (peers.remove(place, matchConnection)) {
                        connected = !peers.isEmpty();
                        changed();
                        // A table stays, since its desk goes on asking for it.
                        if (!connected && !retired && play.isOver() && table().isEmpty()) {
                            memory.left(this);
                        }
                    }
                }));
    }
}
