package dev.truce.lab.mcp;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.result.MatchFolder;
import dev.truce.tournament.tools.ToolSetup;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The matches of all guests, by handles that nobody can guess. Bounded, and thread-safe. */
final class GuestMatches {
    /** Most matches that are open; each has a thread. */
    static final int MAX_OPEN = 16;

    /** Most matches that are over and can still be asked for. */
    private static final int MAX_OVER = 200;

    /** Who does not come back for so long makes way for others. */
    private static final long IDLE_NANOS = Duration.ofMinutes(30).toNanos();

    private static final int HANDLE_BYTES = 16;

    private final ToolSetup setup;
    private final MatchFolder folder;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Tracked> matches = new LinkedHashMap<>();
    private int begun;

    /** A match and when its guest was last here. */
    private record Tracked(GuestMatch match, long seenNanos) {}

    /** @param nanos a clock that measures, nanoseconds */
    GuestMatches(ToolSetup setup, MatchFolder folder, LongSupplier nanos) {
        this.setup = setup;
        this.folder = folder;
        this.nanos = nanos;
        this.begun = folder.matches();
    }

    /**
     * Opens a match and returns its handle.
     *
     * @throws ToolRefusal if too many are open
     */
    synchronized String open(Side side) throws ToolRefusal {
        long now = nanos.getAsLong();
        List<Tracked> open =
                matches.values().stream().filter(held -> held.match.isOpen()).toList();
        if (open.size() >= MAX_OPEN) {
            Tracked idle = open.stream()
                    .filter(held -> now - held.seenNanos >= IDLE_NANOS)
                    .findFirst()
                    .orElseThrow(() -> new ToolRefusal(Refusal.of(ToolFault.TOO_MANY_MATCHES, "match")
                            .because("refused.tool.too-many", MAX_OPEN)));
            idle.match.leave();
        }
        forget();
        byte[] handle = new byte[HANDLE_BYTES];
        random.nextBytes(handle);
        String name = HexFormat.of().formatHex(handle);
        long seed = setup.seed().isPresent()
                ? Seeds.ofPair(setup.seed().getAsLong(), begun)
                : random.nextLong() & Long.MAX_VALUE;
        begun++;
        GuestMatch match = new GuestMatch(setup, folder, side, seed);
        matches.put(name, new Tracked(match, now));
        match.start();
        return name;
    }

    private void forget() {
        long over =
                matches.values().stream().filter(held -> !held.match.isOpen()).count();
        for (Iterator<Tracked> each = matches.values().iterator(); over >= MAX_OVER && each.hasNext(); ) {
            if (!each.next().match.isOpen()) {
                each.remove();
                over--;
            }
        }
    }

    /**
     * Returns a match, whose guest is here now.
     *
     * @throws ToolRefusal if there is none of that handle
     */
    synchronized GuestMatch of(String handle) throws ToolRefusal {
        Tracked held = matches.get(handle);
        if (held == null) {
            throw new ToolRefusal(Refusal.of(ToolFault.UNKNOWN_MATCH, "match")
                    .because("refused.tool.unknown-match")
                    .legal("new_match"));
        }
        matches.replace(handle, new Tracked(held.match, nanos.getAsLong()));
        return held.match;
    }

    /** All guests have left: what is open is held to its end, and kept. */
    void close() throws InterruptedException {
        List<GuestMatch> all;
        synchronized (this) {
            all = matches.values().stream().map(Tracked::match).toList();
        }
        all.forEach(GuestMatch::leave);
        for (GuestMatch each : all) {
            each.join();
        }
    }
}
