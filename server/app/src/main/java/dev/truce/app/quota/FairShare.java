package dev.truce.app.quota;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The things of one kind that a server keeps, each for an owner, and which of them gives way when there are too many: one of the owner who has
 * most, what is needed least before the rest, and of that the oldest. Strangers give way to a class, a class never to a stranger. Nobody
 * gives way to an owner who
 * would have as much himself then. The cost of each call grows with the logarithm of the number of owners. Not thread-safe.
 *
 * @param <T> a thing, by its {@code equals}
 * @param <R> how much a thing is needed, the least first
 */
public final class FairShare<T, R extends Enum<R>> {
    private final Set<R> spent;
    private final Set<R> idle;
    private final Set<R> giving;
    private final Map<T, Holding> things = new HashMap<>();
    /** What nobody needs any more, the oldest first. */
    private final Set<T> leftOver = new LinkedHashSet<>();

    private final Map<Owner, Holding> holdings = new LinkedHashMap<>();
    /** Owners by how many things they have that may give way, so that the one who has most is found however many there are. */
    private final TreeMap<Integer, Set<Holding>> strangers = new TreeMap<>();

    private final TreeMap<Integer, Set<Holding>> classes = new TreeMap<>();

    /** What one owner has, of each rank the oldest first. */
    private final class Holding {
        private final Owner owner;
        private final Map<T, R> ranks = new HashMap<>();
        private final Map<R, Set<T>> present =
                new EnumMap<>(idle.iterator().next().getDeclaringClass());
        private int mayGo;

        Holding(Owner owner) {
            this.owner = owner;
        }

        Set<T> at(R rank) {
            return present.computeIfAbsent(rank, unused -> new LinkedHashSet<>());
        }

        void count(R rank, int more) {
            if (!giving.contains(rank)) {
                return;
            }
            TreeMap<Integer, Set<Holding>> index = index(owner);
            if (mayGo > 0) {
                index.computeIfPresent(mayGo, (unused, same) -> same.remove(this) && same.isEmpty() ? null : same);
            }
            mayGo += more;
            if (mayGo > 0) {
                index.computeIfAbsent(mayGo, unused -> new LinkedHashSet<>()).add(this);
            }
        }

        @Nullable
        T first(Set<R> of) {
            for (R rank : of) {
                Set<T> same = present.get(rank);
                if (same != null && !same.isEmpty()) {
                    return same.iterator().next();
                }
            }
            return null;
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param spent ranks of what nobody needs any more: it gives way to anybody if nothing else does
     * @param lastIdle the last rank of what gives way to something new of its own owner
     * @param lastGiving the last rank of what gives way to another owner; the ranks after it stay
     */
    public FairShare(Set<R> spent, R lastIdle, R lastGiving) {
        this.spent = Set.copyOf(spent);
        R[] ranks = lastIdle.getDeclaringClass().getEnumConstants();
        this.idle = EnumSet.range(ranks[0], lastIdle);
        this.giving = EnumSet.range(ranks[0], lastGiving);
    }

    private TreeMap<Integer, Set<Holding>> index(Owner owner) {
        return owner.ofClass() ? classes : strangers;
    }

    /** Enters a thing, or notes its owner and rank again; it is the youngest of its rank then. */
    public void put(T thing, Owner owner, R rank) {
        remove(thing);
        Holding holding = holdings.computeIfAbsent(owner, Holding::new);
        things.put(thing, holding);
        holding.ranks.put(thing, rank);
        holding.at(rank).add(thing);
        holding.count(rank, 1);
        if (spent.contains(rank)) {
            leftOver.add(thing);
        }
    }

    /** Strikes a thing out, if it is there. */
    public void remove(T thing) {
        Holding holding = things.remove(thing);
        if (holding != null) {
            R rank = Objects.requireNonNull(holding.ranks.remove(thing));
            holding.at(rank).remove(thing);
            holding.count(rank, -1);
            leftOver.remove(thing);
            if (holding.ranks.isEmpty()) {
                holdings.remove(holding.owner);
            }
        }
    }

    /** Returns how much a thing is needed, or null if it is not there. */
    public @Nullable R rank(T thing) {
        Holding holding = things.get(thing);
        return holding == null ? null : holding.ranks.get(thing);
    }

    /** Returns whose a thing is, or null if it is not there. */
    public @Nullable Owner owner(T thing) {
        Holding holding = things.get(thing);
        return holding == null ? null : holding.owner;
    }

    public int size() {
        return things.size();
    }

    /** Returns all things, in no order. */
    public Set<T> all() {
        return Set.copyOf(things.keySet());
    }

    /** Returns how many things of some ranks an owner has. */
    public int count(Owner owner, Set<R> ranks) {
        Holding holding = holdings.get(owner);
        return holding == null
                ? 0
                : ranks.stream().mapToInt(rank -> holding.at(rank).size()).sum();
    }

    /** Returns the thing of an owner that is needed least, of those of some ranks. */
    public Optional<T> first(Owner owner, Set<R> ranks) {
        Holding holding = holdings.get(owner);
        return holding == null ? Optional.empty() : Optional.ofNullable(holding.first(ranks));
    }

    /**
     * Returns what gives way to something new; changes nothing.
     *
     * @return empty if nothing does, so that the new thing has to wait
     */
    public Optional<T> givesWay(Owner newcomer) {
        T goes = newcomer.ofClass() && !strangers.isEmpty() ? most(strangers).first(giving) : fair(newcomer);
        return Optional.ofNullable(goes).or(() -> leftOver.stream().findFirst());
    }

    private @Nullable T fair(Owner newcomer) {
        TreeMap<Integer, Set<Holding>> index = index(newcomer);
        if (index.isEmpty()) {
            return null;
        }
        Holding own = holdings.get(newcomer);
        if (own != null && index.lastEntry().getValue().contains(own)) {
            return own.first(idle);
        }
        int mine = own == null ? 0 : own.ranks.size();
        return index.lastKey() > mine + 1 ? most(index).first(giving) : null;
    }

    private Holding most(TreeMap<Integer, Set<Holding>> index) {
        return index.lastEntry().getValue().iterator().next();
    }
}
