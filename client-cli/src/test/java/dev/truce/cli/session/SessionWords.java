package dev.truce.cli.session;

import dev.truce.cli.screen.ViewFixture;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.engine.board.Side;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.story.print.Look;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** A session of the US head in Busan, on a console, for tests that look at its commands. */
public final class SessionWords {
    private SessionWords() {}

    static Session session(ScriptedConsole console, SessionQueue mailbox, FakeServer server) {
        SessionSetup seating = new SessionSetup(
                server,
                new SeatTicket("m1", "7QKM", Side.US, "secret", "hold"),
                ViewFixture.BUSAN,
                Look.PLAIN,
                true,
                true,
                false,
                InstantSource.fixed(Instant.EPOCH),
                ZoneOffset.UTC);
        return new Session(seating, console, mailbox, new CountingTrial(), new NothingKept());
    }

    /** Returns the words of all commands. */
    public static List<String> all() {
        return nobody().words();
    }

    /** Returns the words of the groups of commands. */
    static List<String> groups() {
        return nobody().groups();
    }

    private static Session nobody() {
        SessionQueue mailbox = new SessionQueue();
        return session(new ScriptedConsole(), mailbox, new FakeServer(mailbox));
    }
}
