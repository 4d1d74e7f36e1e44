package dev.truce.protocol.generator;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.ExtensionRegistry;
import dev.truce.protocol.options.v2.EnumRules;
import dev.truce.protocol.options.v2.FamilyRules;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.options.v2.RecordRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema with its comments, as protoc describes it. */
final class SchemaFiles {
    private static final int MESSAGES = 4;
    private static final int ENUMS = 5;
    private static final int PARTS = 2;

    private final Map<String, String> packages;
    private final Map<String, FileDescriptor> files = new LinkedHashMap<>();
    private final Map<String, Map<List<Integer>, String>> comments = new LinkedHashMap<>();

    private SchemaFiles(Map<String, String> packages) {
        this.packages = packages;
    }

    /**
     * Reads a descriptor set, with imports and comments.
     *
     * @param packages the packages of families
     * @throws IllegalArgumentException if a file in it is not sound
     */
    static SchemaFiles read(Path descriptors, Map<String, String> packages) throws IOException {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        OptionsProto.registerAllExtensions(registry);
        SchemaFiles schema = new SchemaFiles(packages);
        try (InputStream in = Files.newInputStream(descriptors)) {
            Map<String, FileDescriptorProto> all = new LinkedHashMap<>();
            FileDescriptorSet.parseFrom(in, registry).getFileList().forEach(file -> all.put(file.getName(), file));
            for (String name : all.keySet()) {
                schema.add(name, all);
            }
        } catch (DescriptorValidationException e) {
            throw new IllegalArgumentException(e);
        }
        return schema;
    }

    private FileDescriptor add(String name, Map<String, FileDescriptorProto> all) throws DescriptorValidationException {
        FileDescriptor known = files.get(name);
        if (known != null) {
            return known;
        }
        FileDescriptorProto file = all.get(name);
        if (file == null) {
            throw new IllegalArgumentException("the descriptors lack " + name);
        }
        List<FileDescriptor> needed = new ArrayList<>();
        for (String dependency : file.getDependencyList()) {
            needed.add(add(dependency, all));
        }
        FileDescriptor made = FileDescriptor.buildFrom(file, needed.toArray(FileDescriptor[]::new));
        files.put(name, made);
        Map<List<Integer>, String> texts = new LinkedHashMap<>();
        for (Location location : file.getSourceCodeInfo().getLocationList()) {
            texts.put(List.copyOf(location.getPathList()), location.getLeadingComments());
        }
        comments.put(name, texts);
        return made;
    }

    /** Returns the type of Java: one that exists, or one of a family, with its package. */
    String java(String written, String existing) {
        if (!existing.isEmpty()) {
            return existing;
        }
        String family = written.contains(".") ? written.substring(0, written.indexOf('.')) : written;
        String place = packages.get(family);
        if (place == null) {
            throw new IllegalArgumentException("nothing says in which package " + written + " is");
        }
        return place + "." + written;
    }

    List<SchemaField> components(Descriptor message) {
        return message.getFields().stream()
                .map(field -> new SchemaField(this, field))
                .filter(component -> !component.rules.getOutside())
                .toList();
    }

    List<Descriptor> messages() {
        return files.values().stream()
                .flatMap(file -> file.getMessageTypes().stream())
                .toList();
    }

    List<EnumDescriptor> enums() {
        return files.values().stream()
                .flatMap(file -> file.getEnumTypes().stream())
                .toList();
    }

    /** Returns the choice that all kinds of a family stand in. */
    OneofDescriptor choiceOf(String family) {
        return messages().stream()
                .flatMap(message -> message.getRealOneofs().stream())
                .filter(choice -> choice.getFields().stream().anyMatch(field -> isKind(field, family)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no choice has kinds of " + family));
    }

    /** Returns the fields of a family's choice that are its kinds. */
    List<FieldDescriptor> kindsOf(String family) {
        return choiceOf(family).getFields().stream()
                .filter(field -> isKind(field, family))
                .toList();
    }

    private static boolean isKind(FieldDescriptor field, String family) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && rules(field.getMessageType())
                        .map(rules -> rules.getName().startsWith(family + "."))
                        .orElse(false);
    }

    static Optional<RecordRules> rules(Descriptor message) {
        return message.getOptions().hasExtension(OptionsProto.record)
                ? Optional.of(message.getOptions().getExtension(OptionsProto.record))
                : Optional.empty();
    }

    /** Returns what the schema says of a family; of one that has a message of its own, that is its comment. */
    FamilyRules family(String family) {
        Descriptor container = choiceOf(family).getContainingType();
        return container.getOptions().getExtension(OptionsProto.families).stream()
                .filter(rules -> rules.getName().equals(family))
                .findFirst()
                .map(rules -> rules.getWhat().isEmpty()
                        ? rules.toBuilder().setWhat(comment(container)).build()
                        : rules)
                .orElse(FamilyRules.newBuilder()
                        .setName(family)
                        .setWhat(comment(container))
                        .build());
    }

    /** Returns the fields of a family's choice whose messages have a field of this name. */
    List<FieldDescriptor> kindsWith(String family, String field) {
        return kindsOf(family).stream()
                .filter(kind -> kind.getMessageType().findFieldByName(field) != null)
                .toList();
    }

    /** Returns the enums that the build writes into a type, which has this name. */
    List<EnumDescriptor> enumsOf(String owner) {
        return enums().stream()
                .filter(type -> type.getOptions().hasExtension(OptionsProto.constants))
                .filter(type -> {
                    String name = rules(type).getName();
                    return name.startsWith(owner + ".") && name.lastIndexOf('.') == owner.length();
                })
                .toList();
    }

    static EnumRules rules(EnumDescriptor type) {
        if (!type.getOptions().hasExtension(OptionsProto.constants)) {
            throw new IllegalArgumentException(type.getFullName() + " does not say which enum of Java it is");
        }
        return type.getOptions().getExtension(OptionsProto.constants);
    }

    String comment(Descriptor message) {
        return comment(message.getFile(), MESSAGES, message.getIndex());
    }

    String comment(FieldDescriptor field) {
        return comment(field.getFile(), MESSAGES, field.getContainingType().getIndex(), PARTS, field.getIndex());
    }

    String comment(EnumDescriptor type) {
        return comment(type.getFile(), ENUMS, type.getIndex());
    }

    String comment(EnumValueDescriptor value) {
        return comment(value.getFile(), ENUMS, value.getType().getIndex(), PARTS, value.getIndex());
    }

    private String comment(FileDescriptor file, Integer... path) {
        return comments.getOrDefault(file.getName(), Map.of())
                .getOrDefault(List.of(path), "")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
