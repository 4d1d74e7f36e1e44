package dev.truce.lab.mcp;

import dev.truce.bot.line.model.ModelAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a guest means to do, which is not done before the guest says so.
 *
 * @param fields orders, offer, accept and judge, as a model answers them
 * @param said items of what it says
 */
record Draft(Map<String, @Nullable Object> fields, List<String> said) {
    /** Nothing. */
    static final Draft EMPTY = new Draft(Map.of(), List.of());

    /** The fields that an act may have. */
    static final List<String> FIELDS = List.of("orders", "offer", "accept", "judge");

    Draft {
        fields = new LinkedHashMap<>(fields);
        said = List.copyOf(said);
    }

    /** Returns it with what an act names in place of what was there; null takes it back. */
    Draft with(Map<String, @Nullable Object> act) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        for (String field : FIELDS) {
            if (act.containsKey(field)) {
                Object value = act.get(field);
                if (value == null) {
                    changed.remove(field);
                } else {
                    changed.put(field, value);
                }
            }
        }
        return new Draft(changed, said);
    }

    Draft saying(String item) {
        List<String> more = new ArrayList<>(said);
        more.add(item);
        return new Draft(fields, more);
    }

    /**
     * Returns what it comes to, as items.
     *
     * @param isFirst whether the other side has not been heard yet
     * @throws ModelAnswer.NoAnswerException if a field is not of its form
     */
    ModelAnswer answer(boolean isFirst) throws ModelAnswer.NoAnswerException {
        ModelAnswer acts = fields.isEmpty() ? new ModelAnswer("", "", false) : ModelAnswer.of(fields, isFirst);
        List<String> before = new ArrayList<>(said);
        if (!acts.before().isEmpty()) {
            before.add(acts.before());
        }
        return new ModelAnswer(String.join("; ", before), acts.items(), acts.hasOrders());
    }
}
