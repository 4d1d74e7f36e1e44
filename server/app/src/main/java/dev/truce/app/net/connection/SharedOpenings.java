package dev.truce.app.net.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.truce.match.Notice;
import dev.truce.protocol.framing.SharedBody;
import dev.truce.protocol.message.ServerMessage;

/**
 * What those are told who see the same of a match when a round opens: the observation's bytes and their hash are made once for all of them.
 * Thread-safe.
 */
public final class SharedOpenings {
    /** Those of a class of sixty tables, with both delegations and who watches, twice over: what comes later is made again. */
    private static final int MAX = 512;

    /** By the notice itself, of which each viewer of a match has one: to compare two would cost more than to make the bytes. */
    private final Cache<Notice.RoundOpened, Opening> made = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MAX)
            .executor(Runnable::run)
            .build();

    private record Opening(long deadlineUnixMillis, SharedBody body) {}

    /** Nothing was told yet. */
    public SharedOpenings() {}

    /** Returns what is told of a round that opens, and that closes then by the server's clock; 0 for never. */
    SharedBody of(Notice.RoundOpened opened, long deadlineUnixMillis) {
        Opening known = made.getIfPresent(opened);
        // The deadline of a round may move while it is open: who comes after that is told the new one.
        if (known != null && known.deadlineUnixMillis() == deadlineUnixMillis) {
            return known.body();
        }
        SharedBody fresh = new SharedBody(new ServerMessage.Told(opened, deadlineUnixMillis));
        made.put(opened, new Opening(deadlineUnixMillis, fresh));
        return fresh;
    }
}
