package dev.truce.cli.command;

import dev.truce.cli.session.Console;
import dev.truce.cli.session.ForecastTrial;
import dev.truce.cli.session.Happening;
import dev.truce.cli.session.Mailbox;
import dev.truce.cli.session.Seating;
import dev.truce.cli.session.Session;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Viewer;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatTicket;
import java.time.InstantSource;
import java.time.ZoneId;

/** Sets up a session at a seat on a server that goes on without this program. */
final class Playing {
    private Playing() {}

    static Session session(
            Settings settings,
            Console console,
            Mailbox mailbox,
            SeatClient client,
            SeatTicket ticket,
            Scenario scenario,
            boolean rejoined,
            SeatKeeper keeper) {
        Seating seating = new Seating(
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
        Mailbox answers = new Mailbox();
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
