package dev.truce.web;

import dev.truce.engine.scenario.Knobs;
import dev.truce.engine.scenario.Scenario;
import java.lang.reflect.RecordComponent;

/** A scenario in which chance is larger by the smallest step that a double can take. */
final class LastBit {
    private LastBit() {}

    static Scenario of(Scenario scenario) throws ReflectiveOperationException {
        Knobs knobs = with(
                scenario.knobs(), "incomeNoise", Math.nextUp(scenario.knobs().incomeNoise()));
        return with(scenario, "knobs", knobs);
    }

    private static <T extends Record> T with(T record, String name, Object value) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        @SuppressWarnings("unchecked")
        T changed = (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
        return changed;
    }
}
