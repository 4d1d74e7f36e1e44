package dev.truce.app.encoding;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.state.CanonicalWriter;
import dev.truce.engine.view.Numbers;
import dev.truce.engine.view.Observation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash of what a viewer sees when a round opens: it lets a client notice that it has missed something. It covers the
 * viewer's own observation only, so two matches that look alike to him have the same.
 *
 * <p>Hashes an encoding of our own, since the wire's is not canonical: the components of each record in order, lists with
 * their length, enums by name, absent values as a byte 0.
 */
public final class ObservationHash {
    private ObservationHash() {}

    /** Returns the first 8 bytes of SHA-256 over an observation, big-endian. */
    public static long of(Observation observation) {
        CanonicalWriter writer = new CanonicalWriter();
        write(observation, writer);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(writer.toBytes());
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(@Nullable Object value, CanonicalWriter writer) {
        if (value == null) {
            writer.oneByte(0);
        } else if (value instanceof Boolean flag) {
            writer.bool(flag);
        } else if (value instanceof Integer number) {
            writer.int32(number);
        } else if (value instanceof Long number) {
            writer.int64(number);
        } else if (value instanceof Double number) {
            writer.real(number);
        } else if (value instanceof String text) {
            writer.text(text);
        } else if (value instanceof Enum<?> constant) {
            writer.text(constant.name());
        } else if (value instanceof List<?> list) {
            writer.int32(list.size());
            list.forEach(element -> write(element, writer));
        } else if (value instanceof Levels levels) {
            for (int level : levels.toArray()) {
                writer.int32(level);
            }
        } else if (value instanceof Numbers numbers) {
            write(numbers.figures(), writer);
            write(numbers.scores(), writer);
        } else if (value instanceof Treaty treaty) {
            writeTreaty(treaty, writer);
        } else if (value instanceof Record parts) {
            writeParts(parts, writer);
        } else {
            throw new IllegalArgumentException("no canonical form of " + value.getClass());
        }
    }

    private static void writeTreaty(Treaty treaty, CanonicalWriter writer) {
        for (Instrument instrument : Instrument.all()) {
            Clause clause = treaty.on(instrument);
            write(clause, writer);
        }
        writer.bool(treaty.isCommunique());
        writer.int32(treaty.agreements());
    }

    private static void writeParts(Record parts, CanonicalWriter writer) {
        writer.oneByte(1);
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
            try {
                write(component.getAccessor().invoke(parts), writer);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a view's records are public", e);
            }
        }
    }
}
