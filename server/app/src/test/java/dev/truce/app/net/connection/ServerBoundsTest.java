package dev.truce.app.net.connection;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.host.RoomSpec;
import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.room.JoinLimiter;
import dev.truce.app.room.Room;
import dev.truce.engine.Limits;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.reference.WirePage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of the wire names every bound of a server, with the values of the code. */
class ServerBoundsTest {
    @Test
    void everyBoundIsAsThePageSays() throws IOException {
        WirePage.check(Path.of("../../protocol/WIRE.md"), "what a server bounds", table());
    }

    private static String table() {
        ServerLimits usual = ServerLimits.STANDARD;
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "the key of `CreateRoom`, `JoinRoom` and what enters a class has " + JoinHandler.KEY_CHARACTERS + " to "
                        + Wire.ID_CHARACTERS + " characters, since who repeats it is given the place",
                "`MALFORMED`, field `key`");
        rows.put(seconds(usual.lobby()) + " from the Hello to the request that takes a place", "closed, `IDLE`");
        rows.put(
                "a wrong room code, token or key is answered after " + JoinLimiter.FIRST.toMillis()
                        + " ms, and each further one of the address after twice as long, up to "
                        + seconds(JoinLimiter.LONGEST),
                "the answer waits");
        rows.put(ClientConnection.WRONG_TRIES + " of them on one connection", "closed, `FLOOD`");
        rows.put(
                "a connection asks for " + kibi(Budget.BYTES_PER_SECOND) + " a second, with a reserve of "
                        + kibi(Budget.RESERVE) + "; a frame costs its bytes and " + ClientConnection.LEAST_COST
                        + " more, a frame of a WebSocket " + ClientConnection.LEAST_COST
                        + " besides, be it a ping or empty, the scenario " + ScenarioRequest.COST
                        + " times its bytes",
                "closed, `FLOOD`; for the scenario `RATE_LIMITED`");
        rows.put(
                "an address has " + usual.strangersPerAddress() + " connections that have not said hello, and as many"
                        + " that have and have no place; over HTTP "
                        + ConnectionLimits.BROWSERS_PER_STRANGER * usual.strangersPerAddress(),
                "one that has guessed wrong, else the oldest, is closed, `SERVER_FULL`");
        rows.put(
                "a server has " + number(usual.connections()) + " connections",
                "one without a seat, of the address that has most of them, is closed, `SERVER_FULL`");
        rows.put(
                "what a server keeps for all who do not read, together",
                "those are closed that hold the most for the longest, `SLOW_READER`");
        rows.put(
                "a room has 1 to " + Limits.MAX_ROUNDS + " rounds, or 0 for the scenario's horizon; a window of "
                        + RoomSpec.SHORTEST_WINDOW_MILLIS + " ms to "
                        + Duration.ofMillis(RoomSpec.LONGEST_WINDOW_MILLIS).toDays()
                        + " days, or 0 for none; 1 to 5 seats a side",
                "`OUT_OF_RANGE`, the range in `legal`");
        rows.put(
                "a room has " + Room.WATCHERS + " places of observers",
                "an idle one makes room, else the oldest of the address that has most; if each has as many as the newcomer's, `ROOM_FULL`");
        rows.put(
                number(usual.roomsPerHour())
                        + " rooms are opened in an hour, but for those of the server's own machine; an address opens"
                        + " half of what is left",
                "`RATE_LIMITED`");
        rows.put(
                "a server has " + number(usual.rooms()) + " rooms",
                "one of the owner who has most makes room: whose match is over, else where nobody is, else the oldest;"
                        + " if each has as many as the newcomer, `RETRY`");
        rows.put(
                "a class has 50 who watch all tables",
                "the oldest of the address that has most is closed, `SERVER_FULL`, for one with fewer or with the desk"
                        + " key; else `ROOM_FULL`");
        rows.put(
                number(usual.mailbox()) + " requests wait for one match, half of what is left for one seat, and "
                        + number(usual.journal()) + " writes for the disk",
                "`RETRY`");
        rows.put(
                "a seat sends " + usual.inputsPerSeatRound() + " deeds a round, refused ones included",
                "`RATE_LIMITED`");
        rows.put(
                "a seat changes its mind " + Limits.MAX_CHANGES + " times a round; offers and answers, notices, drafts"
                        + " and votes count, words and readiness do not",
                "`WRONG_PHASE`");
        rows.put(
                "a seat takes its readiness back, or says it again, " + Limits.MAX_CHANGES + " times a round",
                "`WRONG_PHASE`");
        StringBuilder table = new StringBuilder("| bound | what happens beyond it |\n|---|---|\n");
        rows.forEach((bound, what) ->
                table.append("| ").append(bound).append(" | ").append(what).append(" |\n"));
        return table.toString();
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }

    private static String kibi(long bytes) {
        return bytes / 1024 + " KiB";
    }

    private static String number(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
