package dev.truce.cli.play;

import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.PracticeKeeper;
import dev.truce.cli.kept.PracticeMatch;
import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.kept.SeatKeeper;
import dev.truce.cli.kept.SessionStart;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.TlsOptions;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ConnectionCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Plain {@code truce}: goes back to the seat that was taken last, or to a practice match; asks if there are several. */
public final class RejoinCommand {
    private static final DateTimeFormatter BEGAN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Settings settings;
    private final Beside beside;
    private final Path practice;

    /**
     * @param settings options of the command line
     * @param beside watches a match that another terminal plays
     */
    public RejoinCommand(Settings settings, Beside beside) {
        this(settings, beside, PracticeMatch.root());
    }

    RejoinCommand(Settings settings, Beside beside, Path practice) {
        this.settings = settings;
        this.beside = beside;
        this.practice = practice;
    }

    /** Watches a match that is played on a server of this machine. */
    public interface Beside {
        /** Watches until the match is over, or the person leaves; returns the exit code. */
        int watch(Settings settings, Console console, ServerCall server, String code)
                throws FaultException, InterruptedException;
    }

    /** What one can go back to. */
    private sealed interface Place {
        String line();

        /** A seat on a server. */
        record Room(SavedSeat seat) implements Place {
            @Override
            public String line() {
                ServerAddress server = new ServerAddress(seat.host(), seat.port());
                return Texts.of("back.room", seat.code(), server, JoinCommand.title(seat.seat()));
            }
        }

        /** A practice match with its seat. */
        record Practice(SavedSeat seat, PracticeMatch match) implements Place {
            @Override
            public String line() {
                String line = Texts.of(
                        "back.practice",
                        seat.seat().side(),
                        seat.opponent(),
                        match.scenario(),
                        BEGAN.format(
                                Instant.ofEpochMilli(match.beganUnixMillis()).atZone(ZoneId.systemDefault())));
                return match.isOpen() ? Texts.of("back.open", line) : line;
            }
        }

        /** A tutorial that is not over. */
        record Tutorial(LessonFile file) implements Place {
            @Override
            public String line() {
                return Texts.of("back.tutorial");
            }
        }
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        try {
            SavedSeat.load(settings.folder()).ifPresent(seat -> places.add(new Place.Room(seat)));
            for (PracticeMatch match : PracticeMatch.all(practice)) {
                SavedSeat.load(match.folder()).ifPresent(seat -> places.add(new Place.Practice(seat, match)));
            }
        } catch (IOException unreadable) {
            // What can be read is listed.
            return places;
        }
        LessonFile lesson = LessonFile.ofPerson();
        if (lesson.exists()) {
            places.add(new Place.Tutorial(lesson));
        }
        return places;
    }

    /** Goes back and plays; returns the exit code, or nothing if there is nothing to go back to. */
    public Optional<Integer> back() throws FaultException, InterruptedException {
        if (places().isEmpty()) {
            return Optional.empty();
        }
        try (Console console = ConsoleChoice.open(settings, settings.printer(false), null, settings.folder())) {
            return back(console);
        }
    }

    Optional<Integer> back(Console console) throws FaultException, InterruptedException {
        List<Place> places = places();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Place chosen = places.size() == 1 || !console.isInteractive() ? places.get(0) : choose(console, places);
        return Optional.of(chosen == null ? ExitCodes.OK : goBack(console, chosen));
    }

    private int goBack(Console console, Place chosen) throws FaultException, InterruptedException {
        if (chosen instanceof Place.Practice practised) {
            return practised.match().isOpen()
                    ? besideIt(console, practised.seat())
                    : toPractice(console, practised.seat(), practised.match());
        }
        return chosen instanceof Place.Tutorial tutorial
                ? TutorialCommand.play(settings, console, tutorial.file())
                : toRoom(console, ((Place.Room) chosen).seat());
    }

    /** Another terminal plays the match: two programs cannot hold its folder. */
    private int besideIt(Console console, SavedSeat seat) throws FaultException, InterruptedException {
        ServerAddress server = new ServerAddress(seat.host(), seat.port());
        String watch = "truce watch " + server + " " + seat.code();
        if (!console.isInteractive()) {
            throw FaultException.failed(
                    UsageFault.unstarted("PRACTICE_IS_OPEN", Texts.of("fault.practice-open"), watch));
        }
        console.show(TextWidth.wrap("", Texts.of("back.is-open")));
        String typed = SessionStart.line(console, "> ").strip().toLowerCase(Locale.ROOT);
        return typed.equals("w") || typed.equals("watch")
                ? beside.watch(settings, console, ServerCall.to(server, null, watch), seat.code())
                : ExitCodes.OK;
    }

    /** Asks which one; null if the person wants none. */
    private static @Nullable Place choose(Console console, List<Place> places) throws InterruptedException {
        List<Place> left = new ArrayList<>(places);
        while (!left.isEmpty()) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                lines.addAll(TextWidth.wrap((i + 1) + "  ", left.get(i).line()));
            }
            lines.addAll(TextWidth.wrap("", Texts.of("back.ask")));
            console.show(lines);
            String typed = SessionStart.line(console, "> ").strip().toLowerCase(Locale.ROOT);
            String number = typed.replaceFirst("^forget\\s+", "");
            int index = number.matches("\\d{1,3}") ? Integer.parseInt(number) - 1 : -1;
            boolean known = index >= 0 && index < left.size();
            if (typed.isEmpty()) {
                return left.get(0);
            } else if (typed.equals("q") || typed.equals("quit")) {
                return null;
            } else if (known && number.equals(typed)) {
                return left.get(index);
            } else if (known && left.get(index) instanceof Place.Practice practised) {
                if (practised.match().isOpen()) {
                    console.fault(UsageFault.of(
                            "PRACTICE_IS_OPEN",
                            Texts.of("fault.practice-open"),
                            Texts.of("fault.unchanged.everything"),
                            "q"));
                } else {
                    left.remove(index);
                    practised.match().forget();
                }
            } else if (known && left.get(index) instanceof Place.Tutorial tutorial) {
                left.remove(index);
                tutorial.file().forget();
            } else {
                console.fault(UsageFault.of(
                        "OUT_OF_RANGE", Texts.of("fault.back", typed), Texts.of("fault.unchanged.everything"), "1"));
            }
        }
        return null;
    }

    private int toRoom(Console console, SavedSeat seat) throws FaultException, InterruptedException {
        SSLContext context = seat.tls() ? TlsOptions.again(seat.authority()) : null;
        ServerAddress server = new ServerAddress(seat.host(), seat.port());
        ServerCall call = ServerCall.to(server, context, Texts.of("fault.next.rejoin", server));
        Opened opened = open(call, seat);
        try (NettySeatClient client = opened.back().client()) {
            SeatTicket ticket = ticket(opened.back(), opened.seat());
            Scenario scenario = call.scenario(client);
            console.show(TextWidth.wrap(
                    "", Texts.of("join.again", ticket.code(), server, JoinCommand.title(ticket.seat()))));
            SeatKeeper keeper = new SeatKeeper(settings.folder(), opened.seat()).plays(scenario);
            return SessionStart.session(settings, console, opened.mailbox(), client, ticket, scenario, true, keeper)
                    .run();
        }
    }

    /** A seat that is open again, what comes for it, and the secrets that were tried. */
    private record Opened(NettySeatClient.Resumption back, SessionQueue mailbox, SavedSeat seat) {}

    /** Opens the seat again with the first secret that still does; one that the server does not know any more is forgotten. */
    private Opened open(ServerCall call, SavedSeat seat) throws FaultException, InterruptedException {
        for (int tried = 1; ; tried++) {
            SavedSeat opened = seat.tried(tried);
            SessionQueue mailbox = new SessionQueue();
            try {
                return new Opened(call.resume(new ResumeTicket(opened.token(), 0), mailbox), mailbox, opened);
            } catch (FaultException refused) {
                boolean isUnknown = refused.fault().code().equals(ConnectionCode.BAD_TOKEN.name());
                if (isUnknown && tried < seat.tokens().size()) {
                    continue;
                }
                if (isUnknown) {
                    forget();
                }
                throw refused;
            }
        }
    }

    private void forget() {
        try {
            SavedSeat.forget(settings.folder());
        } catch (IOException stays) {
            // Then the next truce is refused in the same words.
            return;
        }
    }

    private int toPractice(Console console, SavedSeat seat, PracticeMatch match)
            throws FaultException, InterruptedException {
        try (EmbeddedServer server = match.start()) {
            SessionQueue mailbox = new SessionQueue();
            ServerCall call = server.call(null, "truce play");
            NettySeatClient.Resumption back = call.resume(new ResumeTicket(seat.token(), 0), mailbox);
            try (NettySeatClient client = back.client()) {
                SeatTicket ticket = ticket(back, seat);
                Scenario scenario = call.scenario(client);
                console.show(
                        TextWidth.wrap("", Texts.of("back.again", JoinCommand.title(ticket.seat()), seat.opponent())));
                PracticeKeeper keeper = new PracticeKeeper(
                        scenario, match.record(), match.tellsSeed(), match, server, seat.on(server.address()));
                return SessionStart.practice(settings, console, mailbox, client, ticket, scenario, true, keeper)
                        .run();
            }
        }
    }

    private static SeatTicket ticket(NettySeatClient.Resumption back, SavedSeat seat) {
        Seat place = back.place().seat() == null ? seat.seat() : back.place().seat();
        return new SeatTicket(back.place().matchId(), back.place().code(), place, seat.token(), seat.opponent());
    }
}
