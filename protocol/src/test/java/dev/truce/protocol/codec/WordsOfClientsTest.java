package dev.truce.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.truce.match.deed.Spoken;
import dev.truce.protocol.options.v2.OptionsProto;
import dev.truce.protocol.options.v2.Text;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.Deed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every text of a client that a person writes passes through one hand, wherever in a message the schema has it. */
class WordsOfClientsTest {
    private static final String WRITTEN = "written";
    private static final String OTHER = "other";

    @Test
    void allWordsOfAMessageCanBeChangedAtOnce() throws Exception {
        List<List<FieldDescriptor>> paths = new ArrayList<>();
        collect(ClientEnvelope.getDescriptor(), List.of(), paths);
        assertThat(paths)
                .as("texts of deeds, acts at a table, acts of a desk and requests")
                .hasSizeGreaterThan(9);
        for (List<FieldDescriptor> path : paths) {
            ClientEnvelope sent = ClientEnvelope.parseFrom(
                    message(ClientEnvelope.getDescriptor(), path).toByteArray());
            assertThat(at(sent, path)).isEqualTo(WRITTEN);
            ClientEnvelope changed = ClientFrames.toWire(
                    ClientFrames.toGame(sent).reworded(words -> words.equals(WRITTEN) ? OTHER : words));
            assertThat(at(changed, path)).as("%s", path).isEqualTo(OTHER);
        }
    }

    /** Words take nothing from what a seat may change; a text that is no {@link Spoken} would. */
    @Test
    void aDeedIsSpokenExactlyIfItHasWords() throws Exception {
        for (FieldDescriptor kind : Deed.getDescriptor().getFields()) {
            Descriptor message = kind.getMessageType();
            boolean hasWords = message.getFields().stream()
                    .anyMatch(field ->
                            field.getOptions().getExtension(OptionsProto.is).getText() == Text.TEXT_WORDS);
            String name = message.getOptions().getExtension(OptionsProto.record).getName();
            Class<?> deed = Class.forName(Spoken.class.getPackageName() + "." + name.replace('.', '$'));
            assertThat(Spoken.class.isAssignableFrom(deed)).as(name).isEqualTo(hasWords);
        }
    }

    private static void collect(Descriptor type, List<FieldDescriptor> before, List<List<FieldDescriptor>> into) {
        for (FieldDescriptor field : type.getFields()) {
            List<FieldDescriptor> path = new ArrayList<>(before);
            path.add(field);
            if (field.getOptions().getExtension(OptionsProto.is).getText() == Text.TEXT_WORDS) {
                into.add(path);
            } else if (field.getJavaType() == JavaType.MESSAGE
                    && before.stream().noneMatch(field::equals)) {
                collect(field.getMessageType(), path, into);
            }
        }
    }

    /** Returns a message whose single fields are there, with words at the end of the path. */
    private static Message message(Descriptor type, List<FieldDescriptor> path) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) {
            boolean isOnPath = field.equals(path.get(0));
            boolean isOfChoice = field.getRealContainingOneof() != null;
            if (isOnPath && path.size() > 1) {
                message.setField(field, message(field.getMessageType(), path.subList(1, path.size())));
            } else if (isOnPath) {
                message.setField(field, WRITTEN);
            } else if (field.getJavaType() == JavaType.MESSAGE) {
                if (!isOfChoice
                        && !field.isRepeated()
                        && field.getMessageType().getRealOneofs().isEmpty()) {
                    message.setField(field, message(field.getMessageType(), List.of(field)));
                }
            } else if (!isOfChoice && !field.isRepeated()) {
                message.setField(field, value(field));
            }
        }
        return message.build();
    }

    private static Object value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> 1;
            case LONG -> 1L;
            case BOOLEAN -> true;
            case ENUM -> field.getEnumType().getValues().get(1);
            default -> "1";
        };
    }

    private static Object at(Message message, List<FieldDescriptor> path) {
        Object value = message;
        for (FieldDescriptor field : path) {
            value = ((Message) value).getField(field);
        }
        return value;
    }
}
