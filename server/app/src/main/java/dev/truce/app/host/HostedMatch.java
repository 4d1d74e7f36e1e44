package dev.truce.app.host;

import dev.truce.app.encoding.MatchSpec;
import dev.truce.app.host.service.Mailbox;
import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.MatchServices.TableWatch;
import dev.truce.app.host.service.SeatInputs;
import dev.truce.app.log.MatchAudit;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.Place;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.Notice;
import dev.truce.match.Refusals;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.record.SeedOrigin;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.store.Entry;
import dev.truce.store.StoredMatch;
import dev.truce.store.StoredSeat;
import dev.truce.store.log.LogEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A room with its match, as the connections of its people talk to it. All methods return at once and answer later, when the
 * answer is on disk. Thread-safe; all state is touched by the tasks of one mailbox only.
 */
public final class HostedMatch {
    private static final Logger LOG = LoggerFactory.getLogger(HostedMatch.class);

    /** How soon a match is woken again that could not be read from the journal. */
    private static final long AGAIN_MILLIS = 1_000;

    private static final Owner OWN = Owner.ofClass("");

    private final Room room;
    private final Rules rules;
    private final MatchServices services;
    private final RoomBook book;
    private final Mailbox mailbox;
    private final Outbox outbox;
    private final SeatActions play;
    private final RoomPresence presence;
    private final RoomDoor door;
    private final HostedBots roster;
    private final OwnerActs acts;
    private final SeedNotice seed;
    private final Memory memory;
    private final SeatInputs inputs;
    private final MatchSleep sleep;
    private final EndOfTable end;
    private final long windowMillis;
    private boolean retired;
    private volatile Owner owner;
    /** Whether the server went on once although the end of the journal was lost. */
    private volatile boolean lossAccepted;

    /** Whether its clock ran before it stood still. */
    private volatile boolean goesOn;

    /** Has matches in memory, as long as somebody needs them. */
    public interface Memory {
        /** A match can no longer be saved, or its clock stands since nothing can, and has to be read from the journal again. */
        void lost(HostedMatch match);

        /** A match is over and nobody is in it: the journal has all of it, for those who come back. */
        void left(HostedMatch match);

        /** A match that sleeps is wanted: {@link #recall} has to be called, or {@link #staysAsleep}. */
        void wanted(HostedMatch match);
    }

    /**
     * A match that is not open yet.
     *
     * @param tables hears of it if it is a table of a class
     */
    public HostedMatch(
            Room room,
            Rules rules,
            MatchSpec spec,
            MatchServices services,
            RoomBook book,
            Memory memory,
            TableWatch tables) {
        this.room = room;
        this.rules = rules;
        this.services = services;
        this.inputs = new SeatInputs(services.limits().inputsPerSeatRound());
        MatchAudit audit = new MatchAudit(services.audit(), id());
        this.owner = room.table().map(table -> Owner.ofClass(table.classId())).orElse(Owner.UNKNOWN);
        this.book = book;
        this.memory = memory;
        this.seed = spec.seed().origin(id()) instanceof SeedOrigin.Drawn drawn
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
                this::whenAwake,
                new Everybody());
        this.presence = new RoomPresence(
                room,
                spec.rounds().pace(),
                play,
                audit,
                services.wallClock(),
                services.timers(),
                tables,
                there -> book.used(id(), there));
        this.door = new RoomDoor(this, room, spec.openBook(), services, outbox, play, presence, this::view);
        this.roster = new HostedBots(room, rules.scenario(), spec, services, play, this::owner, this::post);
        this.acts = new OwnerActs(room, services, book, outbox, play, presence, door, roster);
        this.windowMillis = spec.windowMillis();
        this.end = new EndOfTable(room, spec.rounds().pace(), book);
        this.sleep = new MatchSleep(play, roster, services, this::post, () -> memory.wanted(this));
        presence.changed();
    }

    /** Brings a stored match back to where it was; its clock goes on when the first of its people is back. */
    public void replay(StoredMatch stored, long leftMillis) {
        outbox.after(stored.last());
        lossAccepted = stored.lossAccepted();
        play.replay(stored, leftMillis);
        if (play.isUnfinished()) {
            roster.sit();
            roster.relive();
            play.askPolicy();
            services.listener().running(id(), true);
        }
        presence.changed();
        presence.tellClass();
    }

    /** Opens the room for its creator. */
    public void open(List<StoredSeat> seated, String key, MatchConnection creator, Consumer<Reply<Entered>> answer) {
        offer(creator.owner(), answer, () -> door.open(seated, key, creator, answer));
    }

    /** Opens the room as a table of a class. */
    public void openTable(List<StoredSeat> held, Consumer<Reply<String>> answer) {
        offer(answer, () -> door.openTable(held, answer));
    }

    /** Takes a seat or a place among the observers. */
    public void join(Room.Newcomer newcomer, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        offer(matchConnection.owner(), answer, () -> door.join(newcomer, matchConnection, answer));
    }

    /** Opens a seat of a table for the member whom the class knows to sit there. */
    public void sit(Seat seat, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        offer(matchConnection.owner(), answer, () -> door.sit(seat, matchConnection, answer));
    }

    /** Opens a place again for the holder of the token or the key with this hash. */
    public void reopen(String hash, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        offer(matchConnection.owner(), answer, () -> door.reopen(hash, matchConnection, answer));
    }

    /** Opens a place again for the holder of its token. */
    public void resume(PlaceToken shown, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        offer(matchConnection.owner(), answer, () -> door.resume(shown, matchConnection, answer));
    }

    /** Tells who has the code of the room who is there. */
    public void invite(Owner by, Consumer<Reply<Invitation>> answer) {
        offer(
                by,
                answer,
                () -> answer.accept(Reply.done(new Invitation(
                        Invitation.Entry.ROOM, "", presence.occupants(), windowMillis, play.hasStarted()))));
    }

    /** Sends away the person on a seat; what opened it opens nothing any more. */
    public void release(Seat seat, ClosingCause why, Consumer<Reply<SavedDeed>> answer) {
        offer(answer, () -> door.release(seat, why, answer));
    }

    /** Gives a seat another name, before the match begins. */
    public void rename(Seat seat, String name, Consumer<Reply<SavedDeed>> answer) {
        offer(answer, () -> door.rename(seat, name, answer));
    }

    /** Does what the owner of the room wants with the match; only the creator may. */
    public void direct(Place from, Owner by, Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        offer(by, answer, () -> acts.direct(from, by, hosts, answer));
    }

    /** Does what the class wants with its table. */
    public void direct(Input.Hosts hosts, Consumer<Reply<SavedDeed>> answer) {
        offer(answer, () -> acts.direct(hosts, answer));
    }

    /** Takes what a seat does: orders, readiness, offers, notice, words. */
    public void input(Input.Does does, Consumer<Reply<SavedDeed>> answer) {
        long begun = System.nanoTime();
        offer(Owner.seat(does.seat()), answer, () -> {
            try (MDC.MDCCloseable unused = MDC.putCloseable("seat", does.seat().toString())) {
                take(does.seat(), does, begun, answer);
            }
        });
    }

    private void take(Seat seat, Input.Does does, long begun, Consumer<Reply<SavedDeed>> answer) {
        Refusal refusal = inputs.refusal(seat, play.streams().openRound())
                .or(() -> room.refusal(seat))
                .orElse(null);
        if (refusal != null) {
            answer.accept(Reply.refused(refusal));
            return;
        }
        presence.active(seat);
        if (!play.comesBack(seat)) {
            answer.accept(outbox.busy());
            return;
        }
        String standIn = play.standIns().get(seat);
        if (standIn != null) {
            outbox.say(unixMillis -> answer.accept(Reply.refused(Refusals.aBotStandsIn(standIn))));
            return;
        }
        play.rule(does, reply -> {
            if (reply instanceof Reply.Done<SavedDeed>) {
                services.listener().acknowledged(id(), System.nanoTime() - begun);
                if (does.deed() instanceof Deed.Submit) {
                    services.listener().sealed(id());
                }
            }
            answer.accept(reply);
        });
    }

    /** Those who hear what becomes visible: bots, people and the class. */
    private final class Everybody implements SeatActions.Audience {
        @Override
        public void opens() {
            // Instruments of empty seats change hands when a round opens; who acts in it at once has to know that
            // before.
            if (!room.plan().isHeadsAlone()) {
                presence.changed();
            }
        }

        @Override
        public void told(Viewer viewer, Notice notice) {
            if (viewer == Viewer.US || viewer == Viewer.CN) {
                roster.told(viewer == Viewer.US ? Side.US : Side.CN, notice);
            } else if (viewer == Viewer.PUBLIC && notice instanceof Notice.SeatChanged) {
                presence.changed();
            } else if (notice instanceof Notice.MatchOver over && viewer == Viewer.PUBLIC) {
                LOG.info(LogEvent.MATCH_OVER.marker(), "match over after {} rounds", over.rounds());
                roster.leave();
                book.ended(id(), services.wallClock().millis());
            }
        }

        @Override
        public void allTold() {
            presence.wake();
            presence.tellClass();
        }

        @Override
        public void faulted(RuntimeException cause) {
            LOG.error(
                    LogEvent.MATCH_FAULTED.marker(),
                    "the match stands still: its referee failed; the journal holds all that was accepted",
                    cause);
            stop();
        }
    }

    /** Nobody can go on here. */
    private void stop() {
        roster.leave();
        services.listener().faulted(id());
        book.faulted(id(), services.wallClock().millis());
        presence.tellClass();
        presence.close(ClosingCause.MATCH_FAULT, "a fault of the server stopped the match; what was saved is safe");
    }

    /** Lets a match go on whose people have not come back in time after a restart. */
    public void goOn() {
        post(play::goOn);
    }

    /** Writes that the room was closed. */
    public void closeRoom() {
        post(() -> {
            if (outbox.reserve()) {
                outbox.write(List.of(new Entry.RoomClosed()));
            }
        });
    }

    /**
     * Nothing can be saved from now on, or it can be again. Its people are told, and a clock that runs stands until the match is read from the
     * journal again, as if a write of its own had failed: they could do nothing with the time, and are told what is left when they come back.
     */
    public void savingChanged() {
        post(() -> {
            presence.wake();
            if (services.journal().staysSuspended() && play.goesOn()) {
                standStill();
            }
        });
    }

    /** Writes a clock that runs down again, if after a crash its time would not be known by the signs of life that are given now. */
    public void rememberClock() {
        if (play.isClockForgotten()) {
            post(play::rememberClock);
        }
    }

    /** Tells the class again where its table stands. */
    public void tell() {
        post(presence::tellClass);
    }

    /** Tells those who are here how the match ended: nobody plays its seed any more. */
    public void reveal() {
        post(() -> {
            if (end.reveal()) {
                presence.wake();
            }
        });
    }

    /** What is on disk is no longer known to be what is in memory. Who looks on goes on seeing what was saved. */
    private void lost() {
        LOG.warn(LogEvent.MATCH_WAITS.marker(), "the match stands still until it can be read from the journal again");
        roster.leave();
        standStill();
    }

    private void standStill() {
        if (play.goesOn()) {
            goesOn = true;
        }
        play.hold();
        memory.lost(this);
    }

    /**
     * Takes the match out of memory. Its people are sent away to come back; what is left of the open round is written down.
     *
     * @return completes when all is on disk
     */
    public CompletableFuture<Void> retire() {
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
        presence.close(ClosingCause.SHUTTING_DOWN, "come back in a moment");
        done.complete(null);
    }

    /** Lets the match sleep if nothing has been done for long. */
    public void rest() {
        if (sleep.isDue()) {
            post(sleep::begin);
        }
    }

    /**
     * Wakes the match. Takes as long as to play all of it again.
     *
     * @throws dev.truce.store.BrokenStream.BrokenStreamException if that leads somewhere else
     */
    public void recall(StoredMatch stored) {
        Referees.Recalled recalled = play.recall(stored);
        post(() -> {
            sleep.end(recalled);
            presence.changed();
            presence.wake();
        });
    }

    /**
     * The match could not be read from the journal: what was wanted of it is refused.
     *
     * @param broken whether it never can
     */
    public void staysAsleep(boolean broken) {
        post(() -> {
            sleep.goOn();
            if (broken) {
                play.fault();
                stop();
            }
        });
    }

    /** Whether the server went on once although the end of the journal was lost. */
    public boolean hasAcceptedLoss() {
        return lossAccepted;
    }

    /** Returns whether a clock runs. */
    public boolean isTimed() {
        return play.isTimed();
    }

    /** Returns whether somebody is connected or a clock runs, so that the match has to stay in memory. */
    public boolean isBusy() {
        return presence.isAnybodyThere() || goesOn || play.isTimed() || mailbox.depth() > 0;
    }

    /** Returns whose it is: of a class, or of the address of the person who opened the room. Safe from any thread. */
    Owner owner() {
        return owner;
    }

    /** The person who opened the room is here, from now on at this address. */
    void belongsTo(Owner creator) {
        if (!owner.ofClass()) {
            owner = creator;
            book.belongs(id(), creator);
        }
    }

    /** Returns whether somebody is connected. */
    public boolean isAnybodyThere() {
        return presence.isAnybodyThere();
    }

    /** Returns which table it is, or nothing if it is a room of its own. */
    public Optional<Room.TableOf> table() {
        return room.table();
    }

    /** Returns the id of the match. */
    public String id() {
        return room.stored().matchId();
    }

    /** Returns the inputs and consequences that wait. */
    public int depth() {
        return mailbox.depth();
    }

    /** Returns how many bots of the roster sit in it, as long as it is not over. */
    public int bots() {
        return roster.seated();
    }

    /** Takes what the server itself wants. */
    private <T> void offer(Consumer<Reply<T>> answer, Runnable task) {
        offer(OWN, answer, task);
    }

    private <T> void offer(Owner by, Consumer<Reply<T>> answer, Runnable task) {
        Runnable refused = () -> answer.accept(Reply.refused(ServerRefusals.retry()));
        Runnable open = () -> (retired ? refused : task).run();
        if (!mailbox.offer(by, inContext(() -> sleep.awake(open, refused)))) {
            refused.run();
        }
    }

    private void post(Runnable task) {
        mailbox.post(inContext(task));
    }

    /** Posts something that needs the referee. */
    private void whenAwake(Runnable task) {
        post(() -> sleep.awake(task, () -> services.timers().after(AGAIN_MILLIS, () -> whenAwake(task))));
    }

    private Runnable inContext(Runnable task) {
        return () -> {
            try (MDC.MDCCloseable match = MDC.putCloseable("match", id());
                    MDC.MDCCloseable round = MDC.putCloseable(
                            "round", Integer.toString(play.streams().openRound()))) {
                task.run();
            }
        };
    }

    /** A client has heard the events of its place up to a number. Safe from any thread. */
    private void heard(Place place, long sequence) {
        if (presence.awaits()) {
            place.held().ifPresent(seat -> post(() -> presence.heard(seat, sequence)));
        }
    }

    private void detached(Place place, MatchConnection matchConnection) {
        post(() -> {
            boolean last = presence.leave(place, matchConnection) && !presence.isAnybodyThere();
            // A table stays, since its desk goes on asking for it.
            if (last && !retired && play.streams().isOver() && table().isEmpty()) {
                memory.left(this);
            }
        });
    }

    private View view(Place place) {
        return new PlaceView(
                place,
                room,
                book.codeOf(room.stored()),
                rules.scenario(),
                play,
                seed,
                end::isWithheld,
                presence::occupants,
                this::heard,
                matchConnection -> detached(place, matchConnection));
    }
}
