package dev.truce.app.classroom.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices open seats, where students pick their names and need no key: for each student the one that took his seat or was admitted
 * last, and those that wait until a desk admits them. A device is known by the hash of a secret that it drew itself.
 */
public final class Devices {
    /** The most devices that wait at a time: as many as a class with bad luck has, and not enough to bury a desk. */
    public static final int MAX_WAITING = 50;

    /** How often in an hour a device is written down that waits: a bound for the journal, many times what a lesson needs. */
    public static final int MAX_NOTED_HOUR = 1_000;

    /** The hash of the device that opens the seat of a member. */
    private final Map<Integer, String> opening = new HashMap<>();
    /** Those that wait, by their numbers, the oldest first. */
    private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
    /** Members and hashes that desks have refused. */
    private final Set<String> refused = new HashSet<>();

    private int last;

    /**
     * A device that waits.
     *
     * @param device its number, which its screen shows
     * @param member number of the member whose name was picked
     * @param hash of its secret
     */
    public record Waiting(int device, int member, String hash, long unixMillis) {}

    /** A device sits down; it waits no longer. */
    public void sits(int member, String hash) {
        opening.put(member, hash);
        waiting.values().removeIf(each -> each.hash().equals(hash));
    }

    /**
     * A device waits.
     *
     * @param instead number of one that makes room, 0 for none
     */
    public void waits(Waiting next, int instead) {
        waiting.remove(instead);
        waiting.put(next.device(), next);
        last = Math.max(last, next.device());
    }

    /** A desk admits a device: from now on it opens the seat, and the one before does not. */
    public void admit(int device) {
        Waiting admitted = waiting.remove(device);
        if (admitted != null) {
            opening.put(admitted.member(), admitted.hash());
        }
    }

    /** A desk refuses a device. */
    public void refuse(int device) {
        Waiting gone = waiting.remove(device);
        if (gone != null) {
            refused.add(name(gone.member(), gone.hash()));
        }
    }

    /** No device opens the seat of a member any more: the next that picks the name sits down. */
    public void forget(int member) {
        opening.remove(member);
        waiting.values().removeIf(each -> each.member() == member);
    }

    private static String name(int member, String hash) {
        return member + ":" + hash;
    }

    /** Returns whether a device opens the seat of a member. */
    public boolean opens(int member, String hash) {
        return hash.equals(opening.get(member));
    }

    /** Returns whether no device opens the seat of a member yet. */
    public boolean isFree(int member) {
        return !opening.containsKey(member);
    }

    /** Returns whether a desk has refused a device. */
    public boolean isRefused(int member, String hash) {
        return refused.contains(name(member, hash));
    }

    /** Returns a device that waits, by its number. */
    public Optional<Waiting> find(int device) {
        return Optional.ofNullable(waiting.get(device));
    }

    /** Returns a device that waits, by the hash of its secret. */
    public Optional<Waiting> find(String hash) {
        return waiting.values().stream()
                .filter(each -> each.hash().equals(hash))
                .findFirst();
    }

    /** Returns those that wait, the oldest first. */
    public List<Waiting> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Returns the number of the next device that waits. */
    public int next() {
        return last + 1;
    }
}
