package dev.truce.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.room.KeyFile;
import dev.truce.cli.classroom.Cable;
import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.frame.Scene;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.seat.Completer;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.scenario.Scenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that stays on its screen, over a real connection that may be cut: one table, two students. */
class DeskScreenTest {
    private static final String TEMPLATE =
            "title: Seminar 3\nscenario: busan-2025\nrounds: 2\nseed: 7f3a91c2d84be650a1f79c3d5e82b064\n";
    private static final String LIST = "Name,Student number\nAnnabelle Archer,s1\nBohumil Baker,s2\n";

    @TempDir
    private Path folder = Path.of("");

    private TruceServer server;
    private Cable cable;
    private ClassHearing link;

    /** Types lines, and keeps what is shown. */
    private static final class Hand implements Console {
        private final Deque<Happening> typed = new ArrayDeque<>();
        private final List<String> shown = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        /** The board as it stood whenever the next line was asked for. */
        private final List<String> boards = new ArrayList<>();

        private Completer completer = (before, word) -> List.of();
        private int boardsAsked;

        Hand types(String... lines) {
            for (String line : lines) {
                typed.add(new Happening.Line(line));
            }
            return this;
        }

        @Override
        public void show(List<String> lines) {
            shown.addAll(lines);
        }

        @Override
        public void fault(UsageFault fault) {
            faults.add(fault.code());
        }

        @Override
        public void ask(String prompt, SessionQueue mailbox) {
            mailbox.post(typed.isEmpty() ? new Happening.End() : typed.remove());
        }

        @Override
        public void stopAsking() {}

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public void stay(Supplier<Scene> scene) {
            boards.add(String.join("\n", scene.get().top(80)));
        }

        @Override
        public boolean board() {
            boardsAsked++;
            return true;
        }

        @Override
        public void completeWith(Completer words) {
            completer = words;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws Exception {
        server = TruceServer.start(ServerConfig.embedded(folder), List.of(Scenarios.busan2025()));
        cable = new Cable(server.port());
        ServerCall call = ServerCall.to(new ServerAddress("127.0.0.1", cable.port()), null, "truce desk");
        String key = Files.readString(folder.resolve(KeyFile.DESK)).strip();
        String code;
        try (NettySeatClient client = call.connect(Role.INSTRUCTOR)) {
            code = ((ClassNews.Opened) call.answer(
                            client.asks(new ClassRequest.Open(NettySeatClient.newKey(), key, TEMPLATE, LIST))))
                    .classCode();
        }
        link = new ClassHearing(call, code);
        link.enterDesk(key);
    }

    @AfterEach
    void close() throws Exception {
        link.close();
        cable.close();
        server.close();
    }

    private void does(String line, Consumer<List<String>> show) throws FaultException, InterruptedException {
        ClassAct act = link.read(line).orElseThrow();
        Reply<ClassNews> reply = link.act(act, "");
        show.accept(List.of((reply instanceof Reply.Done<ClassNews> ? "done " : "refused ") + line));
    }

    private void stays(Hand hand) throws Exception {
        new DeskScreen(link, hand, this::does).run();
    }

    @Test
    void aLetterIsAnActAndTheBoardShowsWhatCameOfIt() throws Exception {
        Hand hand = new Hand().types("d", "", "a", "d", "rename 1 Somebody", "quit", "b");
        stays(hand);
        assertThat(hand.shown.get(0)).isEqualTo("done DOORS OPEN");
        assertThat(hand.shown)
                .contains("done DOORS CLOSED", "done rename 1 Somebody")
                .doesNotContain("done START");
        assertThat(String.join(" ", hand.shown)).contains("a 2 5");
        assertThat(hand.boards.get(0)).contains("Seminar 3").contains("doors closed");
        assertThat(hand.boards).anyMatch(board -> board.contains("doors open"));
        assertThat(hand.boardsAsked).isEqualTo(1);
        assertThat(hand.faults).isEmpty();
        assertThat(hand.completer.candidates(List.of(), "new-")).containsExactly("new-key", "new-ticket");
    }

    @Test
    void ctrlCDropsALineAndThenLeavesTheDeskAndNotTheClass() throws Exception {
        Hand hand = new Hand();
        hand.typed.add(new Happening.Interrupt(false));
        hand.types("d");
        hand.typed.add(new Happening.Interrupt(true));
        hand.types("d");
        stays(hand);
        assertThat(hand.shown).containsExactly("done DOORS OPEN");
        assertThat(link.read().log()).hasSize(1);
    }

    @Test
    void anActThatIsTypedWhileTheLinkIsCutIsDoneOnceItIsBack() throws Exception {
        Hand hand = new Hand().types("d");
        cable.pull();
        stays(hand);
        assertThat(hand.faults).isEmpty();
        assertThat(hand.shown).containsExactly("done DOORS OPEN");
        assertThat(link.read().log()).extracting(ClassNews.LogLine::desk).containsExactly(1);
    }
}
