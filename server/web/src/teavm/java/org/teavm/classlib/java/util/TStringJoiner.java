package org.teavm.classlib.java.util;

/** Texts with a separator between them. */
public final class TStringJoiner {
    private final String separator;
    private final String prefix;
    private final String suffix;
    private StringBuilder joined;
    private String empty;

    public TStringJoiner(CharSequence separator) {
        this(separator, "", "");
    }

    public TStringJoiner(CharSequence separator, CharSequence prefix, CharSequence suffix) {
        this.separator = separator.toString();
        this.prefix = prefix.toString();
        this.suffix = suffix.toString();
        this.empty = this.prefix + this.suffix;
    }

    public TStringJoiner setEmptyValue(CharSequence value) {
        empty = value.toString();
        return this;
    }

    public TStringJoiner add(CharSequence text) {
        if (joined == null) {
            joined = new StringBuilder(prefix);
        } else {
            joined.append(separator);
        }
        joined.append(text);
        return this;
    }

    public int length() {
        return toString().length();
    }

    @Override
    public String toString() {
        return joined == null ? empty : joined + suffix;
    }
}
