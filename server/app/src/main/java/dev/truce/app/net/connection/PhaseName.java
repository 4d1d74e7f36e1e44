package dev.truce.app.net.connection;

import dev.truce.app.net.budget.ConnectionLimits;

/** Where a connection stands; what it may ask for follows from it. */
public enum PhaseName {
    /** Connected, has not said hello. */
    GREETING,
    /** Has said hello and has no place. */
    LOBBY,
    /** Opened a room and has no place in it yet. */
    HOSTING,
    /** Has a seat. */
    SEATED,
    /** Watches. */
    OBSERVING,
    /** Is in a class and has no seat yet. */
    WAITING,
    /** Has a desk of a class. */
    DESK;

    /** Returns how far a connection in this phase has come. */
    ConnectionLimits.Stage stage() {
        return switch (this) {
            case GREETING -> ConnectionLimits.Stage.SILENT;
            case LOBBY -> ConnectionLimits.Stage.GREETED;
            case HOSTING, OBSERVING -> ConnectionLimits.Stage.WATCHING;
            case WAITING, SEATED, DESK -> ConnectionLimits.Stage.SEATED;
        };
    }
}
