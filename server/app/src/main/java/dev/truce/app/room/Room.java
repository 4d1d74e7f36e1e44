package dev.truce.app.room;

import dev.truce.app.quota.FairShare;
import dev.truce.app.quota.Owner;
import dev.truce.app.quota.Use;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.text.Names;
import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room and which tokens open whose place. Every change comes as the journal entries that make it durable; the
 * caller must not let it be seen before they are. Not thread-safe; owned by its match.
 */
public final class Room {
    /**
     * Somebody who comes in.
     *
     * @param viewer as whom an observer wants to look, or null for somebody who wants a seat
     * @param side wished side, or null for any
     * @param seat wished number of the seat, or null for any vacant one
     * @param name already found fit to be shown
     * @param kind person or bot
     * @param key secret of the request; a client that repeats it gets the same place
     * @param from the place that the connection has already, or null; only a creator may have one
     */
    public record Newcomer(
            @Nullable Viewer viewer,
            @Nullable Side side,
            @Nullable Integer seat,
            String name,
            StoredSeat.Kind kind,
            String key,
            @Nullable Place from) {}

    /**
     * Which table of which class a room is.
     *
     * @param number of the table
     */
    public record TableOf(String classId, int number) {}

    /** Observers' places that are remembered; the oldest nobody uses makes room for a new one. */
    public static final int WATCHERS = 128;

    private final StoredRoom stored;
    private final SeatPlan plan;
    private final Map<Seat, StoredSeat> seats = new LinkedHashMap<>();
    private final Map<Place, TokenRing> rings = new LinkedHashMap<>();
    private int watchersSoFar;

    /**
     * A place that was given to somebody.
     *
     * @param place which one
     * @param entries what makes it durable
     */
    public record Given(Place place, List<Entry> entries) {
        public Given {
            entries = List.copyOf(entries);
        }
    }

    /** The room of two heads as it was stored. */
    public Room(StoredRoom stored, List<StoredSeat> seats, List<StoredToken> tokens) {
        this(stored, SeatPlan.HEADS_ALONE, seats, tokens);
    }

    /**
     * The room as it was stored.
     *
     * @param plan which seats it has
     */
    public Room(StoredRoom stored, SeatPlan plan, List<StoredSeat> seats, List<StoredToken> tokens) {
        this.stored = stored;
        this.plan = plan;
        seats.stream().filter(seat -> !seat.name().isEmpty()).forEach(seat -> this.seats.put(seat.seat(), seat));
        Map<Place, List<TokenRing.Live>> live = new LinkedHashMap<>();
        for (StoredToken token : tokens) {
            Place place = Place.of(token.place());
            live.computeIfAbsent(place, unused -> new ArrayList<>())
                    .add(new TokenRing.Live(token.hash(), token.parent(), token.ordinal()));
            if (place instanceof Place.Watching watching) {
                watchersSoFar = Math.max(watchersSoFar, watching.number());
            }
        }
        live.forEach((place, tokensOfPlace) -> rings.put(place, new TokenRing(tokensOfPlace)));
    }

    /** What the room is, apart from the people in it. */
    public StoredRoom stored() {
        return stored;
    }

    public SeatPlan plan() {
        return plan;
    }

    public Optional<StoredSeat> seat(Seat seat) {
        return Optional.ofNullable(seats.get(seat));
    }

    /** Returns the seats that somebody holds, in the order of the plan. */
    public List<Seat> held() {
        return plan.seats().stream().filter(seats::containsKey).toList();
    }

    /** Returns whether both sides have a head, so that the match may begin. */
    public boolean isComplete() {
        return seats.containsKey(Seat.US_HEAD) && seats.containsKey(Seat.CN_HEAD);
    }

    /** Opens the room for its creator, with the roster's bots in their seats. */
    public List<Entry> open(List<StoredSeat> bots, String keyHash, String tokenHash) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.RoomOpened(stored));
        for (StoredSeat bot : bots) {
            seats.put(bot.seat(), bot);
            entries.add(new Entry.SeatTaken(bot));
        }
        give(new Place.Creator(), keyHash, tokenHash, entries);
        return entries;
    }

    /** Returns which table it is, or nothing if it is a room of its own. */
    public Optional<TableOf> table() {
        return Optional.ofNullable(stored.classId()).map(classId -> new TableOf(classId, stored.table()));
    }

    /** Opens the room as a table of a class, whose seats are all held from now on. Nobody is its creator. */
    public List<Entry> openTable(List<StoredSeat> held) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.RoomOpened(stored));
        for (StoredSeat seat : held) {
            seats.put(seat.seat(), seat);
            entries.add(new Entry.SeatTaken(seat));
        }
        return entries;
    }

    /** Opens a seat for who is known to sit there, beside the devices that have it open. */
    public Reply<Given> reseat(Seat seat, String tokenHash) {
        if (!seats.containsKey(seat)) {
            return Reply.refused(Refusal.of(ConnectionCode.NO_SUCH_SEAT, "seat").naming(seat));
        }
        Place place = new Place.AtSeat(seat);
        TokenRing ring = rings.computeIfAbsent(place, unused -> new TokenRing());
        return Reply.done(new Given(place, List.of(entry(place, ring.issue(tokenHash)))));
    }

    /**
     * Takes all tokens of a seat away. Before the match begins a seat of a room without a class is vacant then; later it keeps its name, which
     * the record has. A seat that nobody holds has no name in the journal.
     */
    public List<Entry> release(Seat seat, boolean started) {
        List<Entry> entries = new ArrayList<>();
        end(new Place.AtSeat(seat), entries);
        if (!started && table().isEmpty() && seats.remove(seat) != null) {
            entries.add(new Entry.SeatTaken(new StoredSeat(seat, "", StoredSeat.Kind.PERSON, false)));
        }
        return entries;
    }

    /** Takes all tokens of observers away but those of the creator. */
    public List<Entry> releaseObservers() {
        List<Entry> entries = new ArrayList<>();
        List.copyOf(rings.keySet()).stream()
                .filter(place -> place instanceof Place.Watching && !isCreator(place))
                .forEach(place -> end(place, entries));
        return entries;
    }

    /** Returns why a seat cannot be taken away from somebody: nobody has come to it, or he opened the room. */
    public Optional<Refusal> keeping(Seat seat) {
        StoredSeat held = seats.get(seat);
        return held != null && held.kind() != StoredSeat.Kind.ROSTER && !held.creator()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(ConnectionCode.NOT_ALLOWED, "seat").because("refused.not_allowed.revoke", seat));
    }

    /** Returns whether a seat of the match was taken away from its person and nobody has come to it since. */
    public boolean isFree(Seat seat) {
        return table().isEmpty() && keeping(seat).isEmpty() && !rings.containsKey(new Place.AtSeat(seat));
    }

    /** Returns why nothing that comes from a seat is looked at, if so: it was taken away from the person who had it. */
    public Optional<Refusal> refusal(Seat seat) {
        return isFree(seat) ? Optional.of(ServerRefusals.badToken()) : Optional.empty();
    }

    /** Gives a seat another name. */
    public List<Entry> rename(Seat seat, String name) {
        StoredSeat before = seats.get(seat);
        if (before == null || before.name().equals(name)) {
            return List.of();
        }
        StoredSeat renamed = new StoredSeat(seat, name, before.kind(), before.creator());
        seats.put(seat, renamed);
        return List.of(new Entry.SeatTaken(renamed));
    }

    /**
     * Opens a place again.
     *
     * @param presentedHash hash of the token or key that somebody presents
     * @param successorHash hash of the token that he gets for it
     * @return the place, or empty if the token opens none
     */
    public Optional<Given> reopen(String presentedHash, String successorHash) {
        for (Map.Entry<Place, TokenRing> ring : rings.entrySet()) {
            Optional<TokenRing.Turn> turn = ring.getValue().use(presentedHash, successorHash);
            if (turn.isPresent()) {
                return Optional.of(new Given(ring.getKey(), List.of(entry(ring.getKey(), turn.get()))));
            }
        }
        return Optional.empty();
    }

    /**
     * Gives a place to somebody who knows the code, or the one again that the key of the request has taken before.
     *
     * @param openBook whether observers may see all
     * @param started whether the match has begun, so that no seat is taken any more
     * @param connected tells whether somebody is at a place now
     * @param left tells whether the person of a seat has been away for so long that it passes on before the match begins
     */
    public Reply<Given> admit(
            Newcomer newcomer,
            String tokenHash,
            boolean openBook,
            boolean started,
            Predicate<Place> connected,
            Predicate<Seat> left) {
        String key = PlaceToken.hashOfKey(newcomer.key());
        Optional<Given> again = reopen(key, tokenHash);
        if (again.isPresent()) {
            return new Reply.Done<>(again.get());
        }
        boolean creator = newcomer.from() instanceof Place.Creator;
        if (newcomer.viewer() != null) {
            if (newcomer.viewer() == Viewer.OMNISCIENT && !openBook) {
                return Reply.refused(Refusal.of(ConnectionCode.NOT_ALLOWED, "role")
                        .because("refused.not_allowed.observer")
                        .legal(Role.OBSERVER));
            }
            return watch(newcomer.viewer(), creator, key, tokenHash, connected);
        }
        if (started) {
            return follow(newcomer, creator, key, tokenHash);
        }
        return sit(newcomer.side(), newcomer.seat(), newcomer.name(), newcomer.kind(), creator, key, tokenHash, left);
    }

    /** Gives a seat of a match that goes on to somebody, if one was taken away. It keeps its name. */
    private Reply<Given> follow(Newcomer newcomer, boolean creator, String keyHash, String tokenHash) {
        List<Seat> others = new ArrayList<>(plan.seats());
        others.removeIf(this::isFree);
        if (others.size() == plan.seats().size()) {
            return Reply.refused(Refusal.of(ConnectionCode.ROOM_STARTED, "room_code"));
        }
        Reply<Seat> free = new Vacancies(plan, others).find(newcomer.side(), newcomer.seat());
        if (free instanceof Reply.Refused<Seat> denied) {
            return denied.as();
        }
        Seat seat = ((Reply.Done<Seat>) free).value();
        String name = seats.getOrDefault(seat, new StoredSeat(seat, newcomer.name(), newcomer.kind(), creator))
                .name();
        return seated(new StoredSeat(seat, name, newcomer.kind(), creator), keyHash, tokenHash, new ArrayList<>());
    }

    /** Returns the place that a token opens; changes nothing. */
    public Optional<Place> find(String hash) {
        return rings.entrySet().stream()
                .filter(ring -> ring.getValue().opens(hash))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Takes a seat. If none is vacant as wished, that of a person who has left passes on, and so does the name of one: its seat goes before other vacant
     * ones.
     *
     * @param wish wished side, or null for any
     * @param number wished number of the seat, or null for any vacant one
     * @param name already found fit to be shown
     * @param kind person or bot
     * @param creator whether it is the creator of the room who sits down; his place as creator ends
     * @param left tells whether the person of a seat has been away for long
     */
    public Reply<Given> sit(
            @Nullable Side wish,
            @Nullable Integer number,
            String name,
            StoredSeat.Kind kind,
            boolean creator,
            String keyHash,
            String tokenHash,
            Predicate<Seat> left) {
        Predicate<Seat> passesOn = seat -> table().isEmpty() && keeping(seat).isEmpty() && left.test(seat);
        List<Seat> passed = new ArrayList<>();
        Optional<Seat> namesake = namesake(name);
        namesake.filter(passesOn).ifPresent(passed::add);
        List<Seat> held = new ArrayList<>(seats.keySet());
        held.removeAll(passed);
        Reply<Seat> vacant = passed.stream()
                .filter(own -> (wish == null || wish == own.side()) && (number == null || number == own.number()))
                .<Reply<Seat>>map(Reply::done)
                .findFirst()
                .orElseGet(() -> new Vacancies(plan, held).find(wish, number));
        if (vacant instanceof Reply.Refused<Seat> denied) {
            held.removeIf(passesOn);
            if (!(new Vacancies(plan, held).find(wish, number) instanceof Reply.Done<Seat> free)) {
                return denied.as();
            }
            vacant = free;
            passed.add(free.value());
        }
        if (namesake.isPresent() && !passed.contains(namesake.get())) {
            return Reply.refused(Refusal.of(ConnectionCode.NAME_TAKEN, "name"));
        }
        List<Entry> entries = new ArrayList<>();
        passed.forEach(seat -> entries.addAll(release(seat, false)));
        Seat seat = ((Reply.Done<Seat>) vacant).value();
        return seated(new StoredSeat(seat, name, kind, creator), keyHash, tokenHash, entries);
    }

    /** Returns the seat of somebody whose name looks the same. */
    private Optional<Seat> namesake(String name) {
        String key = Names.key(name);
        return seats.values().stream()
                .filter(other -> Names.key(other.name()).equals(key))
                .map(StoredSeat::seat)
                .findFirst();
    }

    private Reply<Given> seated(StoredSeat seat, String keyHash, String tokenHash, List<Entry> entries) {
        seats.put(seat.seat(), seat);
        entries.add(new Entry.SeatTaken(seat));
        Place place = new Place.AtSeat(seat.seat());
        if (seat.creator()) {
            move(place, keyHash, tokenHash, entries);
        } else {
            give(place, keyHash, tokenHash, entries);
        }
        return new Reply.Done<>(new Given(place, entries));
    }

    /**
     * Takes a place among the observers.
     *
     * @param inUse whether somebody is connected at a place
     */
    public Reply<Given> watch(
            Viewer viewer, boolean creator, String keyHash, String tokenHash, Predicate<Place> inUse) {
        List<Entry> entries = new ArrayList<>();
        List<Place> watchers =
                rings.keySet().stream().filter(Place.Watching.class::isInstance).toList();
        if (watchers.size() >= WATCHERS) {
            Optional<Place> idle = watchers.stream().filter(inUse.negate()).findFirst();
            if (idle.isEmpty()) {
                return Reply.refused(Refusal.of(ConnectionCode.ROOM_FULL, "room_code")
                        .because("refused.room_full.watchers", WATCHERS));
            }
            end(idle.get(), entries);
        }
        Place place = new Place.Watching(viewer, ++watchersSoFar, creator);
        if (creator) {
            move(place, keyHash, tokenHash, entries);
        } else {
            give(place, keyHash, tokenHash, entries);
        }
        return new Reply.Done<>(new Given(place, entries));
    }

    /** Takes those who watched from a place that has ended since out of the connected ones, and returns them. */
    public <C> List<C> without(Map<Place, C> connected) {
        List<C> left = new ArrayList<>();
        connected.entrySet().removeIf(peer -> {
            boolean gone = peer.getKey() instanceof Place.Watching && !rings.containsKey(peer.getKey());
            if (gone) {
                left.add(peer.getValue());
            }
            return gone;
        });
        return left;
    }

    /**
     * Returns who has to stay when another observer comes: all who are connected, but for one if all places are in use.
     *
     * @param owner whose a connection is
     */
    public static <C> Predicate<Place> staying(Map<Place, C> connected, Function<C, Owner> owner, Owner newcomer) {
        Map<Place, Owner> watching = new LinkedHashMap<>();
        connected.forEach((place, there) -> {
            if (place instanceof Place.Watching) {
                watching.put(place, owner.apply(there));
            }
        });
        Optional<Place> goes = crowded(watching, newcomer);
        return place -> connected.containsKey(place) && !goes.equals(Optional.of(place));
    }

    /**
     * Returns which observer makes room for another when all places are in use, as {@link FairShare} says, so that a person
     * who fills a room with observers keeps nobody out.
     *
     * @param owners of those who watch, the oldest first
     * @param newcomer owner of the one who wants a place
     * @return empty if there is a place, or if the newcomer has as many places as any
     */
    static Optional<Place> crowded(Map<Place, Owner> owners, Owner newcomer) {
        if (owners.size() < WATCHERS) {
            return Optional.empty();
        }
        FairShare<Place, Use> share = new FairShare<>(EnumSet.noneOf(Use.class), Use.USED, Use.USED);
        owners.forEach((place, owner) -> share.put(place, owner, Use.USED));
        return share.givesWay(newcomer);
    }

    /** Returns whether who is at a place opened the room. */
    public boolean isCreator(Place place) {
        Optional<StoredSeat> held = place.held().flatMap(this::seat);
        return held.map(StoredSeat::creator).orElse(false)
                || place instanceof Place.Creator
                || (place instanceof Place.Watching watching && watching.creator());
    }

    /** Gives the creator another place in place of his own. The tokens that he has open it too, until he uses the new one. */
    private void move(Place place, String keyHash, String tokenHash, List<Entry> entries) {
        TokenRing left = rings.remove(new Place.Creator());
        if (left == null) {
            give(place, keyHash, tokenHash, entries);
            return;
        }
        List<String> before = left.hashes();
        entries.add(new Entry.TokensRevoked(before));
        TokenRing ring = new TokenRing();
        rings.put(place, ring);
        ring.takeOver(left).forEach(turn -> entries.add(entry(place, turn)));
        entries.add(entry(place, ring.issue(keyHash, before.get(before.size() - 1))));
        entries.add(entry(place, ring.issue(tokenHash, keyHash)));
    }

    private void end(Place place, List<Entry> entries) {
        TokenRing ring = rings.remove(place);
        if (ring != null) {
            entries.add(new Entry.TokensRevoked(ring.hashes()));
        }
    }

    private void give(Place place, String keyHash, String tokenHash, List<Entry> entries) {
        TokenRing ring = new TokenRing();
        rings.put(place, ring);
        entries.add(entry(place, ring.issue(keyHash)));
        entries.add(entry(place, ring.use(keyHash, tokenHash).orElseThrow()));
    }

    private Entry entry(Place place, TokenRing.Turn turn) {
        TokenRing.Live issued = turn.issued();
        return new Entry.TokenIssued(
                new StoredToken(issued.hash(), place.id(), issued.parent(), issued.ordinal()), turn.revoked());
    }
}
