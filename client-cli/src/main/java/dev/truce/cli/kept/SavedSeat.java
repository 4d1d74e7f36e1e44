package dev.truce.cli.kept;

import dev.truce.cli.option.PrivateFile;
import dev.truce.cli.option.ServerAddress;
import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The seat that plain {@code truce} goes back to: where it is and the secret that opens it, in a file that only its owner
 * can read. Two windows of one home may have the seat open, one of them cut off without knowing it; what it hears late is older than what the
 * other has. So the file keeps what each of them wrote last, and a start tries one after the other.
 *
 * @param host server
 * @param port its port
 * @param tls whether the connection is encrypted
 * @param authority file of the certificates that it trusts, or null for those of the system
 * @param code room code
 * @param matchId the match
 * @param seat the seat
 * @param opponent name of the other side's occupant, or empty
 * @param tokens secrets that open the seat, the newest first; a resume gives another for the one that it used
 */
public record SavedSeat(
        String host,
        int port,
        boolean tls,
        @Nullable Path authority,
        String code,
        String matchId,
        Seat seat,
        String opponent,
        List<String> tokens) {
    private static final String FILE = "seat";
    private static final int MAX_CODE = 16;
    private static final int MAX_TOKENS = 4;

    public SavedSeat {
        tokens = List.copyOf(tokens);
    }

    /** Returns a seat that was taken. */
    public static SavedSeat of(
            ServerAddress server, boolean tls, @Nullable Path authority, SeatTicket ticket, String opponent) {
        return new SavedSeat(
                server.host(),
                server.port(),
                tls,
                authority,
                SafeText.line(ticket.code(), MAX_CODE),
                SafeText.line(ticket.matchId(), Wire.ID_CHARACTERS),
                ticket.seat(),
                SafeText.line(opponent, Wire.ID_CHARACTERS),
                List.of(ticket.token()));
    }

    /** Returns the secret to try first. */
    public String token() {
        return tokens.get(0);
    }

    /** Writes the seat; the file appears as a whole or not at all. */
    public void save(Path folder) throws IOException {
        PrivateFile.write(folder.resolve(FILE), text());
    }

    /**
     * Writes the seat with a newer secret in place of those that it has here; what another window has written follows it.
     *
     * @return the seat with the newer secret alone
     */
    SavedSeat renew(Path folder, String newer) throws IOException {
        Set<String> all = new LinkedHashSet<>(List.of(newer));
        load(folder)
                .filter(kept -> kept.matchId.equals(matchId) && kept.seat.equals(seat))
                .ifPresent(kept -> kept.tokens.stream()
                        .filter(token -> !tokens.contains(token))
                        .forEach(all::add));
        with(all.stream().limit(MAX_TOKENS).toList()).save(folder);
        return with(List.of(newer));
    }

    /** Returns the same seat on a server that has another address now. */
    public SavedSeat on(ServerAddress server) {
        return new SavedSeat(server.host(), server.port(), tls, authority, code, matchId, seat, opponent, tokens);
    }

    /** Returns the seat with the secrets that a start has tried, of which the last one opened it. */
    public SavedSeat tried(int count) {
        List<String> used = new ArrayList<>(tokens.subList(0, count));
        Collections.reverse(used);
        return with(used);
    }

    private String text() {
        return String.join(
                "\n",
                "host=" + host,
                "port=" + port,
                "tls=" + tls,
                "ca=" + (authority == null ? "" : authority.toString().replace("\\", "\\\\")),
                "code=" + code,
                "match=" + matchId,
                "side=" + seat.side(),
                "seat=" + seat.number(),
                "opponent=" + opponent.replace("\\", "\\\\"),
                "token=" + String.join(",", tokens),
                "");
    }

    /** Reads the seat; empty if there is none, or its file cannot be understood. */
    public static Optional<SavedSeat> load(Path folder) throws IOException {
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
        String port = values.getProperty("port", "");
        String side = values.getProperty("side", "").toUpperCase(Locale.ROOT);
        String token = values.getProperty("token", "");
        // A file of an earlier version names no number: then it is the head's.
        String number = values.getProperty("seat", "0");
        if (!number.matches("[0-4]")
                || !port.matches("\\d{1,5}")
                || !side.matches("US|CN")
                || !token.matches("[^,]+(,[^,]+){0," + (MAX_TOKENS - 1) + "}")) {
            return Optional.empty();
        }
        String authority = values.getProperty("ca", "");
        return Optional.of(new SavedSeat(
                values.getProperty("host", "127.0.0.1"),
                Integer.parseInt(port),
                Boolean.parseBoolean(values.getProperty("tls")),
                authority.isEmpty() ? null : Path.of(authority),
                values.getProperty("code", ""),
                values.getProperty("match", ""),
                new Seat(Side.valueOf(side), Integer.parseInt(number)),
                values.getProperty("opponent", ""),
                List.of(token.split(","))));
    }

    private SavedSeat with(List<String> others) {
        return new SavedSeat(host, port, tls, authority, code, matchId, seat, opponent, others);
    }

    public static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SavedSeat[" + host + ":" + port + ", code=" + code + ", seat=" + seat + ", token=...]";
    }
}
