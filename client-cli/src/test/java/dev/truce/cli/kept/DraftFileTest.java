package dev.truce.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.seat.Keeper.KeptDraft;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Seat;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFileTest {
    private static final Orders SAVED = Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 1)));
    private static final Orders DRAFT =
            Orders.of(List.of(new Order(Instrument.US_FENTANYL_TARIFF, 1), new Order(Instrument.US_PORT_FEE, 2)));

    @TempDir
    private Path folder;

    private DraftFile file() {
        return new DraftFile(folder.resolve("truce"), Scenarios.busan2025());
    }

    @Test
    void whatIsWrittenIsReadAgainByTheSameSeatOnly() throws IOException {
        KeptDraft draft = new KeptDraft("m1", Seat.US_HEAD, 3, DRAFT, SAVED, "14:02:11");
        file().save(draft);
        assertThat(file().load("m1", Seat.US_HEAD)).contains(draft);
        assertThat(file().load("m2", Seat.US_HEAD)).isEmpty();
        assertThat(file().load("m1", Seat.CN_HEAD)).isEmpty();
        Path written = folder.resolve("truce").resolve("draft");
        if (written.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                    .isEqualTo("rw-------");
        }
        KeptDraft holds = new KeptDraft("m1", Seat.US_HEAD, 4, Orders.HOLD, null, "");
        file().save(holds);
        assertThat(file().load("m1", Seat.US_HEAD)).contains(holds);
    }

    @Test
    void aFileThatSaysNonsenseIsNoDraft() throws IOException {
        Files.createDirectories(folder.resolve("truce"));
        for (String text : List.of("", "match=m1\nseat=US\nround=x\norders=HOLD", "orders=FENT=\\u00zz")) {
            Files.writeString(folder.resolve("truce").resolve("draft"), text);
            assertThat(file().load("m1", Seat.US_HEAD)).isEmpty();
        }
    }
}
