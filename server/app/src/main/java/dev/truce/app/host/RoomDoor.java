package dev.truce.app.host;

import dev.truce.app.host.service.MatchServices;
import dev.truce.app.log.MatchAudit;
import dev.truce.app.room.Place;
import dev.truce.app.room.PlaceToken;
import dev.truce.app.room.Room;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.store.Entry;
import dev.truce.store.StoredSeat;
import dev.truce.store.log.LogEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How people come to a place of a room, come back to it, and lose it; each is told when it is on disk. Confined to the tasks of its match. */
final class RoomDoor {
    private static final Logger LOG = LoggerFactory.getLogger(RoomDoor.class);

    private final HostedMatch match;
    private final Room room;
    private final boolean openBook;
    private final MatchServices services;
    private final Outbox outbox;
    private final SeatActions play;
    private final RoomPresence presence;
    private final Function<Place, View> views;

    /**
     * @param match what those who enter talk to
     * @param openBook whether omniscient observers may watch
     * @param views makes what a place sees
     */
    RoomDoor(
            HostedMatch match,
            Room room,
            boolean openBook,
            MatchServices services,
            Outbox outbox,
            SeatActions play,
            RoomPresence presence,
            Function<Place, View> views) {
        this.match = match;
        this.room = room;
        this.openBook = openBook;
        this.services = services;
        this.outbox = outbox;
        this.play = play;
        this.presence = presence;
        this.views = views;
    }

    /** Opens the room for its creator. */
    void open(List<StoredSeat> seated, String key, MatchConnection creator, Consumer<Reply<Entered>> answer) {
        PlaceToken token = PlaceToken.draw(services.random());
        write(answer, () -> room.open(seated, PlaceToken.hashOfKey(key), token.hash()), () -> {
            LOG.info(LogEvent.ROOM_OPENED.marker(), "room opened");
            new MatchAudit(services.audit(), match.id()).opened(creator.owner());
            services.listener().opened(match.id());
            return enter(new Place.Creator(), creator, token);
        });
    }

    /** Opens the room as a table of a class. */
    void openTable(List<StoredSeat> held, Consumer<Reply<String>> answer) {
        write(answer, () -> room.openTable(held), () -> {
            services.listener().opened(match.id());
            presence.changed();
            return match.id();
        });
    }

    /** Takes a seat or a place among the observers. */
    void join(Room.Newcomer newcomer, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        give(
                matchConnection,
                answer,
                token -> room.admit(
                        newcomer,
                        token.hash(),
                        openBook,
                        play.isStarting(),
                        presence.staying(matchConnection),
                        presence::hasLeft));
    }

    /** Opens a seat of a table for the member whom the class knows to sit there. */
    void sit(Seat seat, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        give(matchConnection, answer, token -> room.reseat(seat, token.hash()));
    }

    /** Opens a place again for the holder of the token or the key with this hash. */
    void reopen(String hash, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        give(
                matchConnection,
                answer,
                token -> room.reopen(hash, token.hash())
                        .<Reply<Room.Given>>map(Reply::done)
                        .orElse(Reply.refused(ServerRefusals.badToken())));
    }

    /** Opens a place again for the holder of its token. While nothing can be saved it is there to look on, and the token stays what it was. */
    void resume(PlaceToken shown, MatchConnection matchConnection, Consumer<Reply<Entered>> answer) {
        Optional<Place> place = outbox.isStopped() ? room.find(shown.hash()) : Optional.empty();
        if (place.isPresent()) {
            presence.settle(place.get(), matchConnection);
            presence.changed();
            // What is sealed and waits for the disk may never be saved.
            boolean saved = !outbox.hasFailed() && outbox.isQuiet();
            answer.accept(new Reply.Done<>(
                    new Entered(match, views.apply(place.get()), shown, saved ? play.sealed(place.get()) : null)));
        } else {
            reopen(shown.hash(), matchConnection, answer);
        }
    }

    private void give(
            MatchConnection matchConnection,
            Consumer<Reply<Entered>> answer,
            Function<PlaceToken, Reply<Room.Given>> giving) {
        if (!outbox.reserve()) {
            answer.accept(outbox.busy());
            return;
        }
        PlaceToken token = PlaceToken.draw(services.random());
        Reply<Room.Given> given = giving.apply(token);
        if (given instanceof Reply.Done<Room.Given> done) {
            // Until the answer is on disk nobody is at the place, and nobody else may have it.
            presence.expect(done.value().place());
            outbox.write(done.value().entries());
            outbox.say(Outbox.Words.answering(answer, () -> enter(done.value().place(), matchConnection, token)));
        } else {
            outbox.release();
            outbox.say(unixMillis -> answer.accept(((Reply.Refused<Room.Given>) given).as()));
        }
    }

    private Entered enter(Place place, MatchConnection matchConnection, PlaceToken token) {
        presence.settle(place, matchConnection);
        if (room.isCreator(place)) {
            match.belongsTo(matchConnection.owner());
        }
        place.held().ifPresent(seat -> {
            presence.active(seat);
            play.goOn();
        });
        presence.changed();
        return new Entered(match, views.apply(place), token, play.sealed(place));
    }

    /**
     * Sends away the person who has a seat open; what opened it opens nothing any more.
     *
     * @param why what the person's program is told
     */
    void release(Seat seat, ClosingCause why, Consumer<Reply<SavedDeed>> answer) {
        change(answer, () -> room.release(seat, play.isStarting()), () -> presence.sendAway(seat, why, match.owner()));
    }

    /** Sends observers away but for the creator of the room; what opened their places opens nothing any more. */
    void releaseObservers(Consumer<Reply<SavedDeed>> answer) {
        change(answer, room::releaseObservers, presence::sendObserversAway);
    }

    /** Gives a seat another name, before the match begins. */
    void rename(Seat seat, String name, Consumer<Reply<SavedDeed>> answer) {
        change(answer, () -> play.hasStarted() ? List.of() : room.rename(seat, name), () -> {});
    }

    private void change(Consumer<Reply<SavedDeed>> answer, Supplier<List<Entry>> entries, Runnable after) {
        write(answer, entries, () -> {
            after.run();
            presence.changed();
            return new SavedDeed(0, 0, services.wallClock().millis());
        });
    }

    /** Writes what changes; then something is done, and its value told. */
    private <T> void write(Consumer<Reply<T>> answer, Supplier<List<Entry>> entries, Supplier<T> done) {
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
    }
}
