package org.teavm.classlib.java.util.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * Regular expressions as far as the program uses them: characters, classes, groups, alternatives, looking ahead, looking back at one
 * character, greedy and reluctant repetitions, upper and lower case of ASCII. TeaVM's own are 170 classes and bring tables of Unicode.
 * What is not known here is refused when a pattern is made.
 */
public final class TPattern {
    public static final int CASE_INSENSITIVE = 2;
    public static final int DOTALL = 32;

    private static final int ENDLESS = Integer.MAX_VALUE;

    private final String text;
    private final boolean folds;
    private final boolean dotAll;
    private int at;
    private int groups;
    private int loops;
    private final Step first;

    private TPattern(String text, int flags) {
        this.text = text;
        folds = (flags & CASE_INSENSITIVE) != 0;
        dotAll = (flags & DOTALL) != 0;
        Part whole = alternatives();
        if (at < text.length()) {
            throw wrong();
        }
        first = whole.before(TPattern::end);
    }

    public static TPattern compile(String regex) {
        return new TPattern(regex, 0);
    }

    public static TPattern compile(String regex, int flags) {
        return new TPattern(regex, flags);
    }

    public static boolean matches(String regex, CharSequence input) {
        return compile(regex).matcher(input).matches();
    }

    public String pattern() {
        return text;
    }

    public TMatcher matcher(CharSequence input) {
        return new TMatcher(this, input.toString());
    }

    public String[] split(CharSequence input) {
        return split(input, 0);
    }

    public String[] split(CharSequence input, int limit) {
        String whole = input.toString();
        List<String> parts = new ArrayList<>();
        TMatcher matcher = matcher(whole);
        int from = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(whole.substring(from, matcher.start()));
                from = matcher.end();
            }
        }
        if (from == 0) {
            return new String[] {whole};
        }
        parts.add(whole.substring(from));
        int size = parts.size();
        while (limit == 0 && size > 0 && parts.get(size - 1).isEmpty()) {
            size--;
        }
        return parts.subList(0, size).toArray(new String[0]);
    }

    @Override
    public String toString() {
        return text;
    }

    int groups() {
        return groups;
    }

    int loops() {
        return loops;
    }

    /** Matches from a place on; the run knows the groups then. */
    boolean matchesAt(Run run, int from) {
        return first.go(run, from);
    }

    /** What a match has found so far. */
    static final class Run {
        final String text;
        final int[] marks;
        final boolean whole;
        private final int[] counts;
        private final int[] places;
        int end;

        Run(TPattern pattern, String text, boolean whole) {
            this.text = text;
            this.whole = whole;
            marks = new int[2 * pattern.groups + 2];
            java.util.Arrays.fill(marks, -1);
            counts = new int[pattern.loops];
            places = new int[pattern.loops];
        }
    }

    /** Goes on from a place; false if nothing from there on matches. */
    private interface Step {
        boolean go(Run run, int i);
    }

    /** A part of a pattern, which becomes a step once it is known what comes after it. */
    private interface Part {
        Step before(Step next);
    }

    private interface Characters {
        boolean has(char c);
    }

    private static boolean end(Run run, int i) {
        run.end = i;
        return !run.whole || i == run.text.length();
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("no such regular expression here: " + text + " at " + at);
    }

    private boolean takes(String word) {
        boolean here = text.startsWith(word, at);
        at += here ? word.length() : 0;
        return here;
    }

    private Part alternatives() {
        List<Part> all = new ArrayList<>(List.of(sequence()));
        while (takes("|")) {
            all.add(sequence());
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        return next -> {
            List<Step> steps = new ArrayList<>();
            all.forEach(part -> steps.add(part.before(next)));
            return (run, i) -> {
                for (Step step : steps) {
                    if (step.go(run, i)) {
                        return true;
                    }
                }
                return false;
            };
        };
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(part());
        }
        return next -> {
            Step step = next;
            for (int i = parts.size() - 1; i >= 0; i--) {
                step = parts.get(i).before(step);
            }
            return step;
        };
    }

    private Part part() {
        if (takes("(?:")) {
            return repeated(closed(alternatives()));
        } else if (takes("(?=")) {
            Part ahead = closed(alternatives());
            return next -> {
                Step looks = ahead.before((run, i) -> true);
                return (run, i) -> looks.go(run, i) && next.go(run, i);
            };
        } else if (takes("(?<=")) {
            Characters before = characters();
            takesClose();
            return next -> (run, i) -> i > 0 && before.has(run.text.charAt(i - 1)) && next.go(run, i);
        } else if (text.startsWith("(?", at)) {
            throw wrong();
        } else if (takes("(")) {
            int group = ++groups;
            Part inner = closed(alternatives());
            return repeated(next -> mark(2 * group, inner.before(mark(2 * group + 1, next))));
        } else if (takes("^")) {
            return next -> (run, i) -> i == 0 && next.go(run, i);
        } else if (takes("$")) {
            return next -> (run, i) -> isLast(run.text, i) && next.go(run, i);
        }
        return character();
    }

    private Part closed(Part part) {
        takesClose();
        return part;
    }

    private void takesClose() {
        if (!takes(")")) {
            throw wrong();
        }
    }

    /** At the end, or before a line break that is the last. */
    private static boolean isLast(String text, int i) {
        int left = text.length() - i;
        return left == 0
                || (left == 1
                        && isBreak(text.charAt(i))
                        && !(text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r'))
                || (left == 2 && text.startsWith("\r\n", i));
    }

    private static Step mark(int mark, Step next) {
        return (run, i) -> {
            int before = run.marks[mark];
            run.marks[mark] = i;
            if (next.go(run, i)) {
                return true;
            }
            run.marks[mark] = before;
            return false;
        };
    }

    /** Reads how often something may come: least, most, and 1 if rather seldom; null if once. */
    private int[] times() {
        int least;
        int most = ENDLESS;
        if (takes("?")) {
            least = 0;
            most = 1;
        } else if (takes("*")) {
            least = 0;
        } else if (takes("+")) {
            least = 1;
        } else if (takes("{")) {
            least = number();
            most = takes(",") ? (text.startsWith("}", at) ? ENDLESS : number()) : least;
            if (!takes("}")) {
                throw wrong();
            }
        } else {
            return null;
        }
        int seldom = takes("?") ? 1 : 0;
        if (text.startsWith("+", at)) {
            throw wrong();
        }
        return new int[] {least, most, seldom};
    }

    private int number() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return Integer.parseInt(text.substring(from, at));
    }

    /** Characters are counted, so that a long text needs no deep stack. */
    private Part character() {
        Characters one = characters();
        int[] times = times();
        if (times == null) {
            return next -> (run, i) -> {
                int after = after(run.text, i, one);
                return after > 0 && next.go(run, after);
            };
        }
        int least = times[0];
        int most = times[1];
        boolean seldom = times[2] == 1;
        return next -> (run, i) -> {
            int place = i;
            int count = 0;
            for (int after = place; after >= 0 && count < (seldom ? least : most); ) {
                after = after(run.text, place, one);
                if (after > 0) {
                    place = after;
                    count++;
                }
            }
            if (count < least) {
                return false;
            }
            while (!next.go(run, place)) {
                if (seldom) {
                    place = count < most ? after(run.text, place, one) : -1;
                    count++;
                } else {
                    place -= count > least && isPair(run.text, place - 2) && place - 2 >= i ? 2 : 1;
                    count--;
                }
                if (place < 0 || count < least) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Returns the place after a character of a set, or -1 if there is none. Two units that make one character are one. */
    private static int after(String text, int i, Characters one) {
        return i < text.length() && one.has(text.charAt(i)) ? i + (isPair(text, i) ? 2 : 1) : -1;
    }

    private static boolean isPair(String text, int i) {
        return i >= 0 && i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }

    private Part repeated(Part inner) {
        int[] times = times();
        return times == null ? inner : next -> new Loop(loops++, times, inner, next);
    }

    /** A group that comes several times. */
    private static final class Loop implements Step {
        private final int number;
        private final int least;
        private final int most;
        private final boolean seldom;
        private final Step body;
        private final Step next;

        Loop(int number, int[] times, Part inner, Step next) {
            this.number = number;
            least = times[0];
            most = times[1];
            seldom = times[2] == 1;
            this.next = next;
            body = inner.before(this::again);
        }

        @Override
        public boolean go(Run run, int i) {
            int count = run.counts[number];
            int place = run.places[number];
            run.counts[number] = 0;
            run.places[number] = -1;
            if (again(run, i)) {
                return true;
            }
            run.counts[number] = count;
            run.places[number] = place;
            return false;
        }

        private boolean again(Run run, int i) {
            int count = run.counts[number];
            boolean may = count < most && (count < least || i != run.places[number]);
            if (count < least) {
                return once(run, i);
            } else if (seldom) {
                return next.go(run, i) || (may && once(run, i));
            }
            return (may && once(run, i)) || next.go(run, i);
        }

        private boolean once(Run run, int i) {
            int count = run.counts[number];
            int place = run.places[number];
            run.counts[number] = count + 1;
            run.places[number] = i;
            if (body.go(run, i)) {
                return true;
            }
            run.counts[number] = count;
            run.places[number] = place;
            return false;
        }
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Reads a character, an escape, a point or a class. */
    private Characters characters() {
        if (at >= text.length() || "?*+{)".indexOf(text.charAt(at)) >= 0) {
            throw wrong();
        }
        if (takes(".")) {
            return dotAll ? c -> true : c -> !isBreak(c);
        } else if (takes("[")) {
            return set();
        }
        return folded(single());
    }

    private Characters folded(Characters set) {
        return folds ? c -> set.has(c) || set.has(other(c)) : set;
    }

    private static char other(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter ? (char) (c ^ 0x20) : c;
    }

    private Characters single() {
        if (takes("\\")) {
            return escaped();
        }
        char one = text.charAt(at++);
        return c -> c == one;
    }

    private Characters escaped() {
        if (takes("p{Cntrl}")) {
            return TPattern::isControl;
        } else if (takes("P{Cntrl}")) {
            return c -> !isControl(c);
        }
        char one = text.charAt(at++);
        switch (one) {
            case 's':
                return TPattern::isSpace;
            case 'S':
                return c -> !isSpace(c);
            case 'd':
                return c -> c >= '0' && c <= '9';
            case 'n':
                return c -> c == '\n';
            case 't':
                return c -> c == '\t';
            default:
                if ((other(one) != one) || (one >= '0' && one <= '9')) {
                    throw wrong();
                }
                return c -> c == one;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isControl(char c) {
        return c < ' ' || c == '\u007f';
    }

    private Characters set() {
        boolean not = takes("^");
        List<Characters> all = new ArrayList<>();
        while (!takes("]")) {
            if (at >= text.length() || text.charAt(at) == '[' || text.startsWith("&&", at)) {
                throw wrong();
            }
            char from = text.charAt(at);
            boolean range = from != '\\' && text.startsWith("-", at + 1) && !text.startsWith("]", at + 2);
            if (range) {
                char to = text.charAt(at + 2);
                at += 3;
                all.add(c -> c >= from && c <= to);
            } else {
                all.add(single());
            }
        }
        Characters any = folded(c -> {
            for (Characters one : all) {
                if (one.has(c)) {
                    return true;
                }
            }
            return false;
        });
        return not ? c -> !any.has(c) : any;
    }
}
