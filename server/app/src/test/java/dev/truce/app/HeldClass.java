package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.room.KeyFile;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** One class that a test opens over the wire, with its code, its students' keys and the token of its desk. */
abstract class HeldClass {
    @TempDir
    Path data;

    /** Keys of the students, by their numbers. */
    final Map<String, String> keys = new HashMap<>();

    String code = "";
    String deskToken = "";

    static ClientMessage of(ClassRequest request) {
        return new ClientMessage.OfClass(request);
    }

    static <T extends ClassNews> T ask(RawClient client, ClassRequest request, Class<T> kind) throws IOException {
        return kind.cast(client.ask(of(request), ServerMessage.OfClass.class).news());
    }

    static ClassAct act(String text) {
        return ClassActNotation.read(text, 1).orElseThrow();
    }

    /** An act with a key of its own. */
    static ClassRequest.Act wish(String text) {
        return new ClassRequest.Act(RawClient.key(), act(text), "");
    }

    /** Does something at a desk that no table refuses. */
    static ClassNews.Done does(RawClient desk, String text) throws IOException {
        ClassNews.Done done = ask(desk, wish(text), ClassNews.Done.class);
        assertThat(done.refusals()).as(text).isEmpty();
        return done;
    }

    static String deskKey(Path folder) throws IOException {
        return Files.readString(folder.resolve(KeyFile.DESK), StandardCharsets.UTF_8)
                .strip();
    }

    String deskKey() throws IOException {
        return deskKey(data);
    }

    /** Opens the class on a server, keeps its code and keys, and returns its desk. */
    RawClient openClass(TruceServer server, Path folder, String template, String list) throws IOException {
        return enterDesk(openClassOnly(server, folder, template, list), deskKey(folder));
    }

    /** Opens the class, and no desk of it. */
    RawClient openClassOnly(TruceServer server, Path folder, String template, String list) throws IOException {
        RawClient desk = RawClient.greeted(server.port(), Role.INSTRUCTOR);
        ClassNews.Opened opened = ask(
                desk, new ClassRequest.Open(RawClient.key(), deskKey(folder), template, list), ClassNews.Opened.class);
        code = opened.classCode();
        keys.clear();
        opened.students().forEach(student -> keys.put(student.student(), student.key()));
        return desk;
    }

    RawClient enterDesk(RawClient desk, String secret) throws IOException {
        deskToken = ask(desk, new ClassRequest.EnterDesk(code, secret), ClassNews.DeskEntered.class)
                .token();
        return desk;
    }

    RawClient enterDesk(TruceServer server, String secret) throws IOException {
        return enterDesk(RawClient.greeted(server.port(), Role.INSTRUCTOR), secret);
    }

    ClientMessage enter(String student) {
        return of(new ClassRequest.Enter(
                RawClient.key(),
                code,
                student,
                keys.getOrDefault(student.strip().toLowerCase(Locale.ROOT), "")));
    }

    ServerMessage.Seated sits(RawClient client, String student) throws IOException {
        return client.ask(enter(student), ServerMessage.Seated.class);
    }

    /** Waits until a desk or board sees a table whose round is open. */
    static void isOpen(RawClient client) throws IOException {
        ClassNews news = client.awaitMessage(ServerMessage.OfClass.class).news();
        while (!(news instanceof ClassNews.TableChanged table && table.phase() == ClassNews.TablePhase.OPEN)) {
            news = client.awaitMessage(ServerMessage.OfClass.class).news();
        }
    }

    /** The place of a client was taken away by its class. */
    static void isSentAway(RawClient client, ClosingCause why) throws IOException {
        assertThat(client.awaitMessage(ServerMessage.Closing.class).cause()).isEqualTo(why);
    }

    /** Connects a student who sits down. */
    RawClient sits(TruceServer server, String student) throws IOException {
        RawClient client = RawClient.greeted(server.port(), Role.PLAYER);
        sits(client, student);
        return client;
    }
}
