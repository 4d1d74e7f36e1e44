package dev.truce.cli.play;

import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.SessionStart;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.Settings;
import dev.truce.cli.record.Debriefs;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.NothingKept;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.ReplayingConsole;
import dev.truce.cli.text.Texts;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.engine.view.RoundView;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce tutorial}: eight steps in a match on this machine; goes on where it was left. */
@Command(name = "tutorial")
public final class TutorialCommand implements Callable<Integer> {
    private static final long SEED = 7;
    private static final int ROUNDS = 5;
    private static final String NEXT = "truce tutorial --debug";

    @Mixin
    private final Settings settings = new Settings();

    @Option(names = "--again", descriptionKey = "option.again")
    private boolean again;

    @Option(names = "--script", paramLabel = "FILE", descriptionKey = "option.script")
    private @Nullable Path script;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        try (Console console = ConsoleChoice.open(settings, settings.printer(false), script, settings.folder())) {
            LessonFile file = LessonFile.ofPerson();
            if (again || !console.isInteractive()) {
                file.forget();
            }
            return play(settings, console, file);
        }
    }

    /** Plays the tutorial from where it was. */
    static int play(Settings settings, Console console, LessonFile file) throws FaultException, InterruptedException {
        Scenario scenario = Scenarios.busan2025();
        try (EmbeddedServer server = EmbeddedServer.start(scenario)) {
            SessionQueue mailbox = new SessionQueue();
            RoomRequest request = new RoomRequest(scenario.id(), SEED, ROUNDS, 0, null, null, false);
            try (OwnRoom room = OwnRoom.open(server.call(null, NEXT), request, mailbox)) {
                // The bot first: a seat is told who sits opposite as it is taken.
                room.seat(LessonBot.factory(), scenario, Side.CN, LessonBot.NAME, SEED, Limits.STEPS_A_ROUND);
                SeatTicket ticket = room.join(Side.US, Texts.of("play.name"));
                room.start();
                if (file.exists()) {
                    console.show(TextWidth.wrap("", Texts.of("tutorial.again")));
                }
                return SessionStart.practice(
                                settings,
                                new ReplayingConsole(console, file.lines()),
                                mailbox,
                                room.host(),
                                ticket,
                                scenario,
                                false,
                                new LessonKeeper(scenario))
                        .taughtBy(new Lesson(file))
                        .run();
            }
        }
    }

    /** Keeps nothing: what was typed leads to the same place again. */
    private static final class LessonKeeper extends NothingKept {
        private final Scenario scenario;

        LessonKeeper(Scenario scenario) {
            this.scenario = scenario;
        }

        @Override
        public boolean comesBack() {
            return true;
        }

        @Override
        public List<RoundView> rounds(String recordText) {
            return Debriefs.rounds(recordText, scenario);
        }
    }
}
