package dev.truce.cli.kept;

import dev.truce.cli.branch.SessionBranch;
import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.ForecastTrial;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.Keeper;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.seat.SessionSetup;
import dev.truce.cli.session.Session;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatTicket;
import java.time.InstantSource;
import java.time.ZoneId;

/** Sets up a session at a seat. */
public final class SessionStart {
    private SessionStart() {}

    /** A seat on a server that goes on without this program. */
    public static Session session(
            Settings settings,
            Console console,
            SessionQueue mailbox,
            SeatClient client,
            SeatTicket ticket,
            Scenario scenario,
            boolean rejoined,
            SeatKeeper keeper) {
        return session(console, mailbox, setup(settings, client, ticket, scenario, false, rejoined), keeper)
                .practising(() -> PractiseRound.play(settings, console, scenario, ticket.side(), mailbox));
    }

    /** A seat on a server of this program. */
    public static Session practice(
            Settings settings,
            Console console,
            SessionQueue mailbox,
            SeatClient client,
            SeatTicket ticket,
            Scenario scenario,
            boolean rejoined,
            Keeper keeper) {
        return session(console, mailbox, setup(settings, client, ticket, scenario, true, rejoined), keeper);
    }

    private static SessionSetup setup(
            Settings settings,
            SeatClient client,
            SeatTicket ticket,
            Scenario scenario,
            boolean practice,
            boolean rejoined) {
        return new SessionSetup(
                client,
                ticket,
                scenario,
                settings.look(),
                practice,
                practice,
                rejoined,
                InstantSource.system(),
                ZoneId.systemDefault());
    }

    private static Session session(Console console, SessionQueue mailbox, SessionSetup seating, Keeper keeper) {
        return new Session(
                        seating,
                        console,
                        mailbox,
                        new ForecastTrial(
                                Rules.of(seating.scenario()),
                                Viewer.of(seating.ticket().side()),
                                seating.look()),
                        keeper)
                .branching(new SessionBranch(seating.scenario(), seating.look()));
    }

    /** Asks a person for one line; an interrupt or the end of input is an empty one. */
    public static String line(Console console, String prompt) throws InterruptedException {
        SessionQueue answers = new SessionQueue();
        console.ask(prompt, answers);
        while (true) {
            Happening happening = answers.poll(60_000);
            if (happening instanceof Happening.Line line) {
                return line.text();
            }
            if (happening != null) {
                return "";
            }
        }
    }
}
