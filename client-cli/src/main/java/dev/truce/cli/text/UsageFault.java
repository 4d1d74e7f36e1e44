package dev.truce.cli.text;

import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a person asked for and did not get.
 *
 * @param code the same in every language, for example {@code LEVEL_NOT_ON_LADDER}
 * @param what what happened, one sentence without its full stop
 * @param unchanged what stands as it was
 * @param next what to type next, or what to do
 * @param hints what to type next, line by line: several, or the one that {@code next} is; prose among them is not typed
 * @param field what was wrong, or empty
 * @param legal what would be right, or empty
 */
public record UsageFault(
        String code, String what, String unchanged, String next, List<String> hints, String field, String legal) {
    private static final int INDENT = 4;

    public UsageFault {
        hints = List.copyOf(hints);
    }

    /** Returns a fault that names no field. */
    public static UsageFault of(String code, String what, String unchanged, String next) {
        return new UsageFault(code, what, unchanged, next, List.of(next), "", "");
    }

    /** Returns a fault that names no field, after which one of several lines can be typed. */
    public static UsageFault of(String code, String what, String unchanged, List<String> hints) {
        return new UsageFault(code, what, unchanged, String.join(Texts.of("fault.or"), hints), hints, "", "");
    }

    /** Returns a fault of a command line that started nothing. */
    public static UsageFault unstarted(String code, String what, String next) {
        return of(code, what, Texts.of("fault.unchanged.nothing-started"), next);
    }

    /** Returns the fault naming a field and what would be legal for it. */
    public UsageFault about(String wrong, String right) {
        return new UsageFault(code, what, unchanged, next, hints, wrong, right);
    }

    /** Returns the fault with something else to type next. */
    public UsageFault next(String typed) {
        return new UsageFault(code, what, unchanged, typed, List.of(typed), field, legal);
    }

    /** Returns the fault with something else that stands as it was. */
    public UsageFault unchanged(String same) {
        return new UsageFault(code, what, same, next, hints, field, legal);
    }

    /** Returns the three lines of an error message; long ones are wrapped. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap(Texts.of("fault.head", code), INDENT, what));
        lines.addAll(TextWidth.wrap("  " + Texts.of("fault.unchanged"), INDENT, unchanged));
        lines.addAll(TextWidth.wrap("  " + Texts.of("fault.next"), INDENT, next));
        return lines;
    }
}
