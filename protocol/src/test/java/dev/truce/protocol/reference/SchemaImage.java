package dev.truce.protocol.reference;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The committed image of the schema: its messages and enums, with the comments of the .proto files. */
final class SchemaImage {
    static final Path FILE = Path.of("buf-image.binpb");

    private final Map<String, FileDescriptorProto> files = new LinkedHashMap<>();
    private final Map<String, DescriptorProto> messages = new LinkedHashMap<>();
    private final Map<String, EnumDescriptorProto> enums = new LinkedHashMap<>();
    private final Map<String, String> comments = new HashMap<>();

    private SchemaImage(FileDescriptorSet set) {
        for (FileDescriptorProto file : set.getFileList()) {
            if (!file.getPackage().startsWith("truce.")) {
                continue;
            }
            files.put(file.getName(), file);
            Map<List<Integer>, String> at = new HashMap<>();
            for (Location location : file.getSourceCodeInfo().getLocationList()) {
                at.put(location.getPathList(), oneLine(location.getLeadingComments()));
            }
            for (int i = 0; i < file.getMessageTypeCount(); i++) {
                DescriptorProto message = file.getMessageType(i);
                messages.put(message.getName(), message);
                note(at, message.getName(), 4, i);
                for (int j = 0; j < message.getFieldCount(); j++) {
                    note(at, message.getName() + "." + message.getField(j).getName(), 4, i, 2, j);
                }
            }
            for (int i = 0; i < file.getEnumTypeCount(); i++) {
                EnumDescriptorProto type = file.getEnumType(i);
                enums.put(type.getName(), type);
                note(at, type.getName(), 5, i);
                for (int j = 0; j < type.getValueCount(); j++) {
                    note(at, type.getName() + "." + type.getValue(j).getName(), 5, i, 2, j);
                }
            }
        }
    }

    static SchemaImage read() throws IOException {
        try (InputStream in = Files.newInputStream(FILE)) {
            return new SchemaImage(FileDescriptorSet.parseFrom(in));
        }
    }

    private void note(Map<List<Integer>, String> at, String name, Integer... path) {
        comments.put(name, at.getOrDefault(List.of(path), ""));
    }

    private static String oneLine(String comment) {
        return comment.strip().replaceAll("\\s+", " ");
    }

    /** Returns the files by name, for example {@code truce/v2/board.proto}. */
    Map<String, FileDescriptorProto> files() {
        return files;
    }

    /** Returns a file that has to be there. */
    FileDescriptorProto file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /** Returns a message that has to be there. */
    DescriptorProto message(String name) {
        return Objects.requireNonNull(messages.get(name), name);
    }

    Map<String, DescriptorProto> messages() {
        return messages;
    }

    Map<String, EnumDescriptorProto> enums() {
        return enums;
    }

    /** Returns the comment on {@code Message}, {@code Message.field}, {@code Enum} or {@code Enum.VALUE}. */
    String comment(String name) {
        return comments.getOrDefault(name, "");
    }
}
