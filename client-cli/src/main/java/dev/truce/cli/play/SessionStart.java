package dev.truce.cli.play;

import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.ForecastTrial;
import dev.truce.cli.seat.Happening;
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

/** Sets up a session at a seat on a server that goes on without this program. */
public final class SessionStart {
    private SessionStart() {}

    static Session session(
            Settings settings,
            Console console,
            SessionQueue mailbox,
            SeatClient client,
            SeatTicket ticket,
            Scenario scenario,
            boolean rejoined,
            SeatKeeper keeper) {
        SessionSetup seating = new SessionSetup(
                client,
                ticket,
                scenario,
                settings.look(),
                false,
                false,
                rejoined,
                InstantSource.system(),
                ZoneId.systemDefault(),
                settings.chinese());
        return new Session(
                seating,
                console,
                mailbox,
                new ForecastTrial(Rules.of(scenario), Viewer.of(ticket.side()), settings.look()),
                keeper);
    }

    /** Asks a person for one line; an interrupt or the end of input is an empty one. */
    static String line(Console console, String prompt) throws InterruptedException {
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
