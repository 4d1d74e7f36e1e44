package dev.truce.scenario;

import dev.truce.engine.Sha256;
import dev.truce.engine.card.Card;
import dev.truce.engine.economy.TradeResponses;
import dev.truce.engine.economy.WorldResponses;
import dev.truce.engine.scenario.AccusationRules;
import dev.truce.engine.scenario.AgreementRules;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.scenario.HeadlineShares;
import dev.truce.engine.scenario.Law;
import dev.truce.engine.scenario.LayerRules;
import dev.truce.engine.scenario.OwnTextRules;
import dev.truce.engine.scenario.RedLineRules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.SectoralDuties;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * SHA-256 over the values of a scenario: comments, spacing and the order of keys do not change it, every value does.
 *
 * <p>Canonical encoding: a record is its simple name, then its components in order; a list is its length, then its entries;
 * a text is its length in bytes and its UTF-8; a number is the bits of its double; an enum constant is its name; a shock card
 * is its text.
 */
final class ScenarioHash {
    /** The values of sections that a file may leave out. */
    private static final Set<Object> UNSAID = Set.of(
            CardRules.DEFAULT,
            AgreementRules.DEFAULT,
            RedLineRules.NONE,
            SectoralDuties.TWO_LEVELS,
            TradeResponses.NONE,
            WorldResponses.NONE,
            HeadlineShares.FULL,
            Law.SILENT,
            AccusationRules.NONE,
            LayerRules.NONE,
            OwnTextRules.NONE);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private ScenarioHash() {}

    /** Returns 64 hex digits; the scenario's own hash is left out. */
    static String of(Scenario scenario) {
        ScenarioHash hash = new ScenarioHash();
        try {
            hash.write(scenario);
            return Sha256.hex(hash.bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Object value) throws IOException {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof Card card) {
            text(card.text());
        } else if (value instanceof Double number) {
            out.writeLong(Double.doubleToLongBits(number));
        } else if (value instanceof Integer number) {
            out.writeInt(number);
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof Enum<?> constant) {
            text(constant.name());
        } else if (value instanceof List<?> list) {
            out.writeInt(list.size());
            for (Object entry : list) {
                write(entry);
            }
        } else if (value instanceof Record record) {
            record(record);
        } else {
            throw new IllegalArgumentException("a scenario has no values of " + value.getClass());
        }
    }

    private void record(Record record) throws IOException {
        text(record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (!isLeftOut(record, component.getName(), value)) {
                write(value);
            }
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** What a scenario says nothing about does not count, so that it has the hash that it had before anybody could say it. */
    private static boolean isLeftOut(Record record, String component, Object value) {
        return UNSAID.contains(value) || (record instanceof Scenario && component.equals("hash"));
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
