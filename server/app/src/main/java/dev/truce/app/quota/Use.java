package dev.truce.app.quota;

/** How much a thing is needed, the least first. */
public enum Use {
    /** Nobody needs it any more. */
    SPENT,
    /** Nobody is there. */
    DESERTED,
    /** Somebody is there. */
    USED
}
