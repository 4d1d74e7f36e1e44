package dev.truce.cli.desk;

import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.codec.json.WireJson;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.print.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A desk for programs: a message of the wire as JSON on each line, both ways. What changes is told whenever it does; an answer repeats the
 * number that its request gave.
 */
final class DeskLines {
    private final ClassHearing link;
    private final Printer printer;
    private boolean refused;

    DeskLines(ClassHearing link, Printer printer) {
        this.link = link;
        this.printer = printer;
    }

    /** Takes lines until there are no more; returns whether all was done. */
    boolean run(BufferedReader lines) throws IOException, FaultException, InterruptedException {
        link.hears(news -> print(0, new ServerMessage.OfClass(news)));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                answer(line);
            }
        }
        return !refused;
    }

    private void answer(String text) throws FaultException, InterruptedException {
        try {
            WireJson.Line line = WireJson.read(text);
            if (line.message() instanceof ClientMessage.OfClass wanted) {
                answer(line.id(), link.ask(wanted.request()));
            } else {
                refuse(line.id(), Refusal.of(ConnectionCode.NOT_ALLOWED, ""));
            }
        } catch (UnreadableException wrong) {
            refuse(0, wrong.refusal());
        }
    }

    private void answer(long id, Reply<ClassNews> reply) throws FaultException {
        if (reply instanceof Reply.Done<ClassNews> done) {
            refused |= done.value() instanceof ClassNews.Done act
                    && !act.refusals().isEmpty();
            print(id, new ServerMessage.OfClass(done.value()));
            return;
        }
        Refusal why = ((Reply.Refused<ClassNews>) reply).refusal();
        if (why.code() instanceof ClientCode lost) {
            throw FaultException.failed(UsageFault.of(
                    lost.name(), Texts.of(why), Texts.of("fault.unchanged.nothing-joined"), "truce desk CODE"));
        }
        refuse(id, why);
    }

    private void refuse(long id, Refusal why) {
        refused = true;
        String told = why.text().isEmpty() ? Bundles.inEnglish(why) : why.text();
        print(id, new ServerMessage.Refused(why.saying(told), ""));
    }

    /** News come from the thread of the connection. */
    private synchronized void print(long id, ServerMessage said) {
        Map<String, @Nullable Object> object = WireJson.object(said);
        if (id != 0) {
            object.put("replyTo", id);
        }
        printer.raw(Json.write(object));
    }
}
