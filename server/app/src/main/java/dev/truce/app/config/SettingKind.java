package dev.truce.app.config;

import dev.truce.store.StoreAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the value of a setting may be.
 *
 * @param name end of the key of the sentence that refuses another value
 * @param fits whether a text is such a value
 * @param limits what that sentence names
 */
public record SettingKind(String name, Predicate<String> fits, List<Object> limits) {
    private static final String HOST = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    /** Any text that is not blank. */
    static final SettingKind TEXT = new SettingKind("text", text -> !text.isBlank(), List.of());

    /** A file or a folder; whether it is there is found out when it is used. */
    static final SettingKind PATH = new SettingKind("path", text -> !text.isBlank() && text.indexOf(0) < 0, List.of());

    /** Address of a database, without a password. */
    static final SettingKind STORE =
            new SettingKind("store", text -> StoreAddress.parse(text).isPresent(), List.of());

    /** Yes or no. */
    static final SettingKind SWITCH =
            new SettingKind("switch", text -> text.equals("true") || text.equals("false"), List.of());

    static final SettingKind HOST_NAME = new SettingKind("host-name", text -> text.matches(HOST), List.of());

    /** Any number of web origins. */
    static final SettingKind ORIGINS = new SettingKind(
            "origins", text -> text.matches("https?://(" + HOST + "|\\[[0-9a-f:.]+])(:[0-9]{1,5})?"), List.of());

    /** Address of a page: host, perhaps a port, perhaps a path. */
    static final SettingKind PAGE = new SettingKind(
            "page",
            text -> text.matches("https?://(" + HOST + "|\\[[0-9a-f:.]+])(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?"),
            List.of());

    /** Returns whole numbers in a range. */
    static SettingKind whole(long min, long max) {
        return new SettingKind(
                "whole",
                text -> WHOLE.matcher(text).matches() && Long.parseLong(text) >= min && Long.parseLong(text) <= max,
                List.of(min, max));
    }

    /** Returns one of some words. */
    static SettingKind oneOf(String... words) {
        return new SettingKind("word", text -> List.of(words).contains(text), List.of(String.join(" ", words)));
    }

    /** Returns whether there may be several values. */
    public boolean isList() {
        return equals(ORIGINS);
    }

    /** Returns whether it is yes or no. */
    public boolean isSwitch() {
        return equals(SWITCH);
    }
}
