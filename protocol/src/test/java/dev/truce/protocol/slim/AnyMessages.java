package dev.truce.protocol.slim;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Messages that follow the schema and need not mean anything: fields are there or not, numbers at their ends, texts of all kinds. */
final class AnyMessages {
    private static final int[] CHARACTERS = {
        'a', '~', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF
    };
    private static final int DEEPEST = 5;

    private final SplittableRandom random;

    AnyMessages(SplittableRandom random) {
        this.random = random;
    }

    /** Returns all messages of the wire. */
    static List<Descriptor> types() {
        Set<FileDescriptor> files = new LinkedHashSet<>();
        collect(ClientEnvelope.getDescriptor().getFile(), files);
        collect(ServerEnvelope.getDescriptor().getFile(), files);
        List<Descriptor> types = new ArrayList<>();
        files.forEach(file -> types.addAll(file.getMessageTypes()));
        return types;
    }

    private static void collect(FileDescriptor file, Set<FileDescriptor> into) {
        if (file.getPackage().equals("truce.v2") && into.add(file)) {
            file.getDependencies().forEach(each -> collect(each, into));
        }
    }

    DynamicMessage any(Descriptor type) {
        return any(type, 1);
    }

    private DynamicMessage any(Descriptor type, int depth) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && depth >= DEEPEST) {
                continue;
            }
            if (field.isRepeated()) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    builder.addRepeatedField(field, value(field, depth));
                }
            } else if (random.nextInt(3) > 0) {
                builder.setField(field, value(field, depth));
            }
        }
        return builder.build();
    }

    private Object value(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case INT -> (int) whole();
            case LONG -> whole();
            case DOUBLE -> Double.longBitsToDouble(whole());
            case BOOLEAN -> random.nextBoolean();
            case STRING -> text();
            // A list of the builder takes what is listed only.
            case ENUM ->
                field.isRepeated() || random.nextInt(4) > 0
                        ? field.getEnumType()
                                .getValues()
                                .get(random.nextInt(
                                        field.getEnumType().getValues().size()))
                        : field.getEnumType().findValueByNumberCreatingIfUnknown((int) whole());
            case MESSAGE -> any(field.getMessageType(), depth + 1);
            case FLOAT, BYTE_STRING -> throw new IllegalStateException("the schema has none");
        };
    }

    private long whole() {
        long end = 1L << random.nextInt(64);
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> end;
            case 2 -> end - 1;
            case 3 -> -end;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    /** Returns bytes with something done to them: changed, cut, doubled, put in, or nothing but chance. */
    byte[] mutated(byte[] bytes) {
        if (bytes.length == 0 || random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            return noise;
        }
        int at = random.nextInt(bytes.length);
        int count = 1 + random.nextInt(Math.min(12, bytes.length - at));
        byte[] part = java.util.Arrays.copyOfRange(bytes, at, at + count);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = bytes.clone();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                yield changed;
            }
            case 1 -> java.util.Arrays.copyOf(bytes, at);
            case 2 -> with(bytes, random.nextInt(bytes.length), part);
            default -> {
                random.nextBytes(part);
                yield with(bytes, at, part);
            }
        };
    }

    private static byte[] with(byte[] bytes, int at, byte[] part) {
        byte[] longer = new byte[bytes.length + part.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(part, 0, longer, at, part.length);
        System.arraycopy(bytes, at, longer, at + part.length, bytes.length - at);
        return longer;
    }
}
