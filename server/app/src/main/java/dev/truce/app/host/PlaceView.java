package dev.truce.app.host;

import dev.truce.app.host.stream.EventStream;
import dev.truce.app.room.Place;
import dev.truce.app.room.Room;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.SeedNotice;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one place of a hosted match sees of it. */
final class PlaceView implements View {
    private final Place place;
    private final Room room;
    private final String roomCode;
    private final Scenario scenario;
    private final SeatActions play;
    private final SeedNotice seed;
    private final BooleanSupplier withheld;
    private final Supplier<List<Occupant>> occupants;
    private final ObjLongConsumer<Place> heard;
    private final Consumer<MatchConnection> detached;
    private final EventStream stream;

    /**
     * @param roomCode what others type to join, or an empty text
     * @param withheld tells whether nobody may be told yet how the match ended
     * @param occupants tells who is in the room now
     * @param heard hears up to which event a place has heard all
     * @param detached hears of a connection that is gone
     */
    PlaceView(
            Place place,
            Room room,
            String roomCode,
            Scenario scenario,
            SeatActions play,
            SeedNotice seed,
            BooleanSupplier withheld,
            Supplier<List<Occupant>> occupants,
            ObjLongConsumer<Place> heard,
            Consumer<MatchConnection> detached) {
        this.place = place;
        this.room = room;
        this.roomCode = roomCode;
        this.scenario = scenario;
        this.play = play;
        this.seed = seed;
        this.withheld = withheld;
        this.occupants = occupants;
        this.heard = heard;
        this.detached = detached;
        this.stream = play.streams().of(place.viewer());
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public String matchId() {
        return room.stored().matchId();
    }

    @Override
    public String roomCode() {
        return roomCode;
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public List<Occupant> occupants() {
        return occupants.get();
    }

    @Override
    public @Nullable DelegationMode mode() {
        return room.plan().mode();
    }

    @Override
    public SeedNotice seed() {
        return seed;
    }

    @Override
    public Set<RoomFact> facts() {
        if (!play.streams().isOver() || !withheld.getAsBoolean()) {
            return play.facts();
        }
        Set<RoomFact> facts = EnumSet.of(RoomFact.END_WITHHELD);
        facts.addAll(play.facts());
        return facts;
    }

    @Override
    public List<Notice> privately() {
        return place.held().map(play.streams()::alone).orElse(List.of());
    }

    @Override
    public boolean hasStarted() {
        return play.hasStarted();
    }

    @Override
    public @Nullable Notice event(long sequence) {
        Notice notice = stream.get(sequence);
        if (notice instanceof Notice.MatchOver && withheld.getAsBoolean()) {
            return null;
        }
        return notice instanceof Notice.HostActed acted && place instanceof Place.AtSeat at
                ? acted.heardBy(at.seat())
                : notice;
    }

    @Override
    public long lastEvent() {
        return stream.last();
    }

    @Override
    public long deadlineUnixMillis(int round) {
        return play.deadlineUnixMillis(round);
    }

    @Override
    public long deadlineUnixMillis() {
        return play.deadlineUnixMillis(play.streams().openRound());
    }

    @Override
    public long leftMillis(int round) {
        return play.leftMillis(round);
    }

    @Override
    public void heard(long sequence) {
        heard.accept(place, sequence);
    }

    @Override
    public void detach(MatchConnection matchConnection) {
        detached.accept(matchConnection);
    }
}
