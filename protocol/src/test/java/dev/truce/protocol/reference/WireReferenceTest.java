package dev.truce.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.UnknownFieldSet;
import dev.truce.protocol.journal.v2.StoredInput;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.v2.ClassAct;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Deed;
import dev.truce.protocol.v2.HostAct;
import dev.truce.protocol.v2.Order;
import dev.truce.protocol.v2.RefusalCode;
import dev.truce.protocol.v2.RoundView;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.v2.Statement;
import dev.truce.protocol.v2.Terms;
import dev.truce.protocol.wire.RandomMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The committed image and the reference page say what the schema says. */
class WireReferenceTest {
    private static final Path PAGE = Path.of("../docs/look-up/wire-reference.md");
    private static final Path DESKS = Path.of("../docs/look-up/desk-api.schema.json");
    private static final Path SCHEMA = Path.of("src/main/proto");

    private static final List<FileDescriptor> FILES = List.of(
            ClientEnvelope.getDescriptor().getFile(),
            ServerEnvelope.getDescriptor().getFile(),
            RoundView.getDescriptor().getFile(),
            Order.getDescriptor().getFile(),
            Deed.getDescriptor().getFile(),
            StoredInput.getDescriptor().getFile(),
            Terms.getDescriptor().getFile(),
            Statement.getDescriptor().getFile(),
            RefusalCode.getDescriptor().getFile(),
            ClassAct.getDescriptor().getFile(),
            OptionsProto.getDescriptor());

    /** A stale image is renewed with {@code .ci/schema-is-compatible accept}. */
    @Test
    void theCommittedImageHasTheSchemaOfTheGeneratedClasses() throws IOException {
        SchemaImage image = SchemaImage.read();
        Map<String, FileDescriptorProto> generated = new TreeMap<>();
        FILES.forEach(file -> generated.put(
                file.getPackage().replace('.', '/') + "/" + lastPart(file.getName()), plain(file.toProto())));
        Map<String, FileDescriptorProto> committed = new TreeMap<>();
        image.files().forEach((name, file) -> committed.put(name, plain(file)));
        assertThat(committed).isEqualTo(generated);
    }

    @Test
    void theCommittedImageHasTheCommentsOfTheSchema() throws IOException {
        SchemaImage image = SchemaImage.read();
        for (Map.Entry<String, FileDescriptorProto> file : image.files().entrySet()) {
            List<String> inImage = new ArrayList<>();
            file.getValue().getSourceCodeInfo().getLocationList().stream()
                    .filter(location -> location.hasLeadingComments())
                    .sorted((a, b) -> Integer.compare(a.getSpan(0), b.getSpan(0)))
                    .forEach(location -> location.getLeadingComments()
                            .lines()
                            .map(String::strip)
                            .forEach(inImage::add));
            List<String> inSchema = Files.readAllLines(SCHEMA.resolve(file.getKey())).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("//"))
                    .map(line -> line.substring(2).strip())
                    .toList();
            assertThat(inImage).as(file.getKey()).isEqualTo(inSchema);
        }
    }

    /** A stale page is renewed with {@code -Dtest=WireReferenceTest -Dtest.jvm=-Dgolden=write}. */
    @Test
    void theReferencePageIsWhatTheSchemaSays() throws IOException {
        String page = ReferencePage.of(SchemaImage.read());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    /** A stale schema is renewed in the same way. */
    @Test
    void theSchemaOfDesksForProgramsIsWhatTheSchemaSays() throws IOException {
        String schema = DeskSchema.of(SchemaImage.read());
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(DESKS, schema);
        }
        assertThat(Files.readString(DESKS)).isEqualTo(schema);
    }

    @Test
    void everyMessageFieldAndConstantIsExplained() throws IOException {
        SchemaImage image = SchemaImage.read();
        image.messages().forEach((name, message) -> {
            assertThat(image.comment(name)).as(name).isNotEmpty();
            message.getFieldList().stream()
                    .filter(field -> !field.hasOneofIndex() || field.getProto3Optional())
                    .forEach(field -> assertThat(image.comment(name + "." + field.getName()))
                            .as(name + "." + field.getName())
                            .isNotEmpty());
        });
        image.enums().forEach((name, type) -> {
            assertThat(image.comment(name)).as(name).isNotEmpty();
            type.getValueList()
                    .forEach(value -> assertThat(image.comment(name + "." + value.getName()))
                            .as(value.getName())
                            .isNotEmpty());
        });
    }

    @Test
    void whatNobodyCanGuessIsLeftOutWhereRecordsArePrinted() throws IOException {
        SchemaImage image = SchemaImage.read();
        List<String> secrets = new ArrayList<>();
        for (FileDescriptor file : FILES) {
            for (Descriptor message : file.getMessageTypes()) {
                for (FieldDescriptor field : message.getFields()) {
                    if (image.comment(message.getName() + "." + field.getName()).contains("nobody can guess")) {
                        secrets.add(field.getFullName());
                        assertThat(field.getOptions()
                                        .getExtension(OptionsProto.is)
                                        .getSecret())
                                .as(field.getFullName())
                                .isTrue();
                    }
                }
            }
        }
        assertThat(secrets).hasSizeGreaterThan(4);
    }

    @Test
    void thePageCallsRequiredWhatIsRequired() throws IOException {
        SchemaImage image = SchemaImage.read();
        List<FieldDescriptor> messages = new ArrayList<>(RandomMessages.bodies(ClientEnvelope.getDescriptor()));
        messages.addAll(RandomMessages.bodies(Deed.getDescriptor()));
        messages.addAll(RandomMessages.bodies(HostAct.getDescriptor()));
        for (FieldDescriptor body : messages) {
            Descriptor message = body.getMessageType();
            for (FieldDescriptor field : message.getFields()) {
                assertThat(image.comment(message.getName() + "." + field.getName())
                                .contains("Required"))
                        .as(field.getFullName())
                        .isEqualTo(RandomMessages.isRequired(field));
            }
        }
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Leaves out what compilers add in different ways: source positions, spelled-out JSON names, buf's own notes. */
    private static FileDescriptorProto plain(FileDescriptorProto file) {
        FileDescriptorProto.Builder plain = file.toBuilder()
                .clearSourceCodeInfo()
                .clearName()
                .clearDependency()
                .setUnknownFields(UnknownFieldSet.getDefaultInstance());
        // Options are for the build: what stands in them is no part of the wire.
        plain.getExtensionBuilderList().forEach(option -> option.clearJsonName());
        plain.getEnumTypeBuilderList().forEach(type -> type.clearOptions());
        plain.getMessageTypeBuilderList()
                .forEach(message -> message.clearOptions()
                        .getFieldBuilderList()
                        .forEach(field -> field.clearJsonName().clearOptions()));
        return plain.build();
    }
}
