package dev.truce.store.log;

import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/** What a server writes a line about in its log. The names are for programs and never change; docs/look-up/log-events.md explains them. */
public enum LogEvent {
    SERVER_STARTED,
    WARM_UP_FAILED,
    SERVER_DRAINS,
    CLOSE_FAILED,
    DRAIN_INCOMPLETE,
    UNCAUGHT,
    TASK_FAILED,
    ROOM_OPENED,
    MATCH_STARTED,
    MATCH_OVER,
    MATCH_WAITS,
    MATCH_FAULTED,
    MATCH_UNREADABLE,
    MATCH_LEAVES_LATE,
    MATCHES_RESTORED,
    CERTIFICATE_CHANGED,
    CERTIFICATE_UNUSABLE,
    CLASS_OPENED,
    CLASS_CLOSED,
    CLASS_DELETED,
    CLASS_WAITS,
    CLASS_UNREADABLE,
    AUDIT_FAILED,
    BOT_REFUSED,
    BOT_FAULT,
    JOURNAL_BROKEN,
    JOURNAL_DAMAGED,
    JOURNAL_REBUILT,
    CLIENT_AHEAD,
    JOURNAL_UNREADABLE,
    JOURNAL_INTERRUPTED,
    LOSS_ACCEPTED,
    NO_WITNESS,
    OTHER_LISTS,
    RESERVE_STAYS,
    SENDER_FAILED,
    STORE_FAILED,
    STORE_CLOSED,
    STORE_OPEN,
    STORE_CLOSE_FAILED;

    private final Marker marker = MarkerFactory.getMarker(name());

    public Marker marker() {
        return marker;
    }
}
