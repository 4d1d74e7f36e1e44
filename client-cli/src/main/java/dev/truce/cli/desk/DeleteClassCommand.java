package dev.truce.cli.desk;

import dev.truce.app.config.DataDirectory;
import dev.truce.app.config.StartException;
import dev.truce.app.host.classes.ClassRemoval;
import dev.truce.app.log.AuditFile;
import dev.truce.app.log.AuditLog;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.StoppedServer;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Reply;
import dev.truce.store.StoreException;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce class delete CODE --data DIR}: a class that is closed is forgotten; the first time it only says what would be. */
@Command(name = "delete")
final class DeleteClassCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "CODE", descriptionKey = "param.class-code")
    private String code = "";

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.class-data", required = true)
    private Path data = Path.of("");

    @Option(names = "--confirm", paramLabel = "CODE", descriptionKey = "option.delete-confirm", defaultValue = "")
    private String confirmed = "";

    @Override
    public Integer call() throws FaultException {
        StoppedServer.require(data);
        try (DataDirectory directory = DataDirectory.take(data);
                SqliteStore store = SqliteStore.open(directory.path());
                AuditLog audit = new AuditLog(AuditFile.in(directory.path()), Clock.systemUTC(), new SecureRandom())) {
            ClassRemoval removal = found(ClassRemoval.find(store, code));
            Printer printer = settings.printer(false);
            if (confirmed.equals(code)) {
                removal.carryOut(store, audit);
                printer.lines(List.of(
                        Texts.of("class.deleted", Texts.safe(removal.title()), removal.tables(), removal.members())));
                return ExitCodes.OK;
            }
            printer.lines(List.of(
                    Texts.of("class.delete", Texts.safe(removal.title()), removal.tables(), removal.members()),
                    Texts.of("class.delete.next", code)));
            return ExitCodes.FAILED;
        } catch (StartException refused) {
            throw FaultException.failed(EmbeddedServer.of(refused), refused);
        } catch (StoreException | IOException unreadable) {
            throw StoppedServer.unreadable(unreadable);
        }
    }

    private static ClassRemoval found(Reply<ClassRemoval> reply) throws FaultException {
        return reply.orThrow(refusal -> FaultException.failed(UsageFault.of(
                refusal.code().name(),
                Texts.of(refusal),
                Texts.of("fault.unchanged.files"),
                Texts.of("fault.next.class-delete"))));
    }
}
