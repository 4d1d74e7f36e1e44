package dev.truce.app.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that open one place in a room. Each use of a token issues another, its child. A parent dies when a child of it is used,
 * because only then it is known that the child has arrived: had the parent died at once, a lost reply would lock the
 * student out. With the parent die its own parents, if it has any: those are tokens of the place from which its holder came. A child
 * does not kill its siblings at once, because two devices of one student may both have started from the same token. A sibling that nobody has
 * used dies when a child of the other is used: by then it was lost on its way, or belongs to a device that stayed away while another came back
 * twice. So a device holds two live tokens at most, those that were lost open nothing for long, and a token that was replaced and confirmed
 * opens nothing any more.
 *
 * <p>Holds hashes only. Not thread-safe; owned by its match.
 */
public final class TokenRing {
    /** Live children of one token: how many devices may share it, or how many replies in a row may be lost. */
    private static final int CHILDREN = 4;

    /** Live tokens of a place, so that nobody can fill the table by resuming. */
    private static final int LIVE = 16;

    /**
     * A live token.
     *
     * @param hash its hash
     * @param parent hash of the token that dies when this one is used, or empty
     * @param ordinal the higher, the newer
     */
    public record Live(String hash, String parent, long ordinal) {}

    /**
     * What a use of a token changes.
     *
     * @param issued the new token
     * @param revoked hashes of tokens that have died
     */
    public record Turn(Live issued, List<String> revoked) {
        public Turn {
            revoked = List.copyOf(revoked);
        }
    }

    private final Map<String, Live> live = new LinkedHashMap<>();
    private long ordinal;

    /** An empty ring. */
    public TokenRing() {}

    /** The ring as it was stored, oldest token first. */
    public TokenRing(Collection<Live> stored) {
        for (Live token : stored) {
            live.put(token.hash, token);
            ordinal = Math.max(ordinal, token.ordinal);
        }
    }

    /**
     * Adds a first token, which nobody has to have used: the key of the request that takes the place. A request that is
     * repeated because its answer was lost presents it again.
     */
    public Turn issue(String hash) {
        return add(hash, "", new ArrayList<>());
    }

    /** Adds the child of a token that nobody has used for that; its parents go on until the child, or one of its own, is used. */
    Turn issue(String hash, String before) {
        return add(hash, before, new ArrayList<>());
    }

    /** Takes the tokens of a place that its holder leaves for this one; the answer may be lost that tells him of the new token. */
    List<Turn> takeOver(TokenRing left) {
        return left.live.values().stream()
                .map(token -> add(token.hash, token.parent, new ArrayList<>()))
                .toList();
    }

    /**
     * Uses a token.
     *
     * @param presented hash of the token that somebody presents
     * @param successor hash of the token that he gets for it
     * @return what changed, or empty if the token opens nothing
     */
    public Optional<Turn> use(String presented, String successor) {
        Live used = live.get(presented);
        if (used == null) {
            return Optional.empty();
        }
        List<String> revoked = new ArrayList<>();
        Live parent = live.get(used.parent);
        if (parent != null) {
            dropLost(parent, used, revoked);
        }
        for (Live gone = live.remove(used.parent); gone != null; gone = live.remove(gone.parent)) {
            revoked.add(gone.hash);
        }
        Live confirmed = new Live(used.hash, "", used.ordinal);
        live.put(used.hash, confirmed);
        dropOldestChild(presented, revoked);
        return Optional.of(add(successor, presented, revoked));
    }

    /** Returns whether a token opens the place. */
    public boolean opens(String hash) {
        return live.containsKey(hash);
    }

    /** Returns the hashes of all live tokens, oldest first. */
    public List<String> hashes() {
        return List.copyOf(live.keySet());
    }

    private Turn add(String hash, String parent, List<String> revoked) {
        while (live.size() >= LIVE) {
            Live oldest = live.values().stream()
                    .filter(token -> !token.hash.equals(parent))
                    .findFirst()
                    .orElseThrow();
            live.remove(oldest.hash);
            revoked.add(oldest.hash);
        }
        Live issued = new Live(hash, parent, ++ordinal);
        live.put(hash, issued);
        return new Turn(issued, revoked);
    }

    /** Takes away what was issued before the parent of a token in use, and never used, for a token that is dead. */
    private void dropLost(Live parent, Live used, List<String> revoked) {
        List<Live> lost = live.values().stream()
                .filter(token -> token.ordinal < parent.ordinal && !token.equals(used))
                .filter(token -> !token.parent.isEmpty() && !live.containsKey(token.parent))
                .filter(token -> live.values().stream().noneMatch(other -> other.parent.equals(token.hash)))
                .toList();
        for (Live token : lost) {
            live.remove(token.hash);
            revoked.add(token.hash);
        }
    }

    private void dropOldestChild(String parent, List<String> revoked) {
        List<Live> children = live.values().stream()
                .filter(token -> token.parent.equals(parent))
                .toList();
        if (children.size() >= CHILDREN) {
            String oldest = children.get(0).hash;
            live.remove(oldest);
            revoked.add(oldest);
        }
    }
}
