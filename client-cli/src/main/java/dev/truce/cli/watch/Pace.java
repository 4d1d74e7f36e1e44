package dev.truce.cli.watch;

import dev.truce.cli.terminal.Keys;

/** How fast a show goes on: it rests before each part, until a key is typed, and then no more. */
public final class Pace implements AutoCloseable {
    private static final Keys NOBODY = Pace::nobody;

    private final Keys keys;
    private long restMillis;
    private boolean left;

    /**
     * @param keys what is typed meanwhile
     * @param restMillis how long a person may read before the next part comes; 0 for no rest
     */
    public Pace(Keys keys, long restMillis) {
        this.keys = keys;
        this.restMillis = restMillis;
    }

    /** Returns a pace without a rest. */
    public static Pace atOnce() {
        return withoutKeys(0);
    }

    /** Returns a pace where nobody types, as in a pipe. */
    public static Pace withoutKeys(long restMillis) {
        return new Pace(NOBODY, restMillis);
    }

    private static Keys.Key nobody(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return Keys.Key.NONE;
    }

    /** The keys of the person who watches; nobody types where there are none. */
    public Keys keys() {
        return keys;
    }

    /** How long a person may read, milliseconds; 0 for no rest. */
    public long restMillis() {
        return restMillis;
    }

    /** Returns whether somebody can type. */
    public boolean hasKeys() {
        return keys != NOBODY;
    }

    /** Rests before a part; returns whether it is to be shown. */
    public boolean goesOn() throws InterruptedException {
        if (restMillis > 0) {
            Keys.Key typed = keys.await(restMillis);
            left = typed == Keys.Key.LEAVE;
            restMillis = typed == Keys.Key.NONE ? restMillis : 0;
        }
        return !left;
    }

    @Override
    public void close() {
        keys.close();
    }
}
