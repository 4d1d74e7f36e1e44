package org.teavm.classlib.java.util.regex;

/** Matches a text against a {@link TPattern}. */
public final class TMatcher {
    private final TPattern pattern;
    private final String text;
    private TPattern.Run found;
    private int searched;

    TMatcher(TPattern pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    public boolean matches() {
        return matchesAt(0, true);
    }

    public boolean lookingAt() {
        return matchesAt(0, false);
    }

    public boolean find() {
        for (int from = searched; from <= text.length(); from++) {
            if (matchesAt(from, false)) {
                searched = end() == from ? from + 1 : end();
                return true;
            }
        }
        searched = text.length() + 1;
        found = null;
        return false;
    }

    private boolean matchesAt(int from, boolean whole) {
        TPattern.Run run = new TPattern.Run(pattern, text, whole);
        found = pattern.matchesAt(run, from) ? run : null;
        if (found != null) {
            run.marks[0] = from;
            run.marks[1] = run.end;
        }
        return found != null;
    }

    private TPattern.Run found() {
        if (found == null) {
            throw new IllegalStateException("no match");
        }
        return found;
    }

    public int groupCount() {
        return pattern.groups();
    }

    public String group() {
        return group(0);
    }

    public String group(int group) {
        int from = start(group);
        return from < 0 ? null : text.substring(from, end(group));
    }

    public int start() {
        return start(0);
    }

    public int start(int group) {
        // A group that was begun and left again has not matched.
        return found().marks[2 * group + 1] < 0 ? -1 : found().marks[2 * group];
    }

    public int end() {
        return end(0);
    }

    public int end(int group) {
        return found().marks[2 * group + 1];
    }

    public String replaceAll(String replacement) {
        return replaced(replacement, Integer.MAX_VALUE);
    }

    public String replaceFirst(String replacement) {
        return replaced(replacement, 1);
    }

    private String replaced(String replacement, int most) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        searched = 0;
        for (int i = 0; i < most && find(); i++) {
            out.append(text, from, start());
            fill(out, replacement);
            from = end();
        }
        return out.append(text, from, text.length()).toString();
    }

    private void fill(StringBuilder out, String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c == '\\') {
                out.append(replacement.charAt(++i));
            } else if (c == '$') {
                String group = group(replacement.charAt(++i) - '0');
                out.append(group == null ? "" : group);
            } else {
                out.append(c);
            }
        }
    }
}
