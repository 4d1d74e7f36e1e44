package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;

/** Why a client itself refuses a request, or gives its connection up. Names never change. */
public enum ClientCode implements Refusal.Code {
    /** The server cannot be reached. */
    UNREACHABLE,
    /** The server shows a certificate that this program has no reason to trust. */
    CERTIFICATE_NOT_TRUSTED,
    /** The client is closed. */
    CLOSED,
    /** The seat was opened elsewhere. */
    TAKEN_OVER,
    /** The server did not answer in time. */
    NO_ANSWER,
    /** The server answered something else than was asked. */
    UNEXPECTED_ANSWER,
    /** This program does not understand an answer. */
    UNREADABLE_ANSWER,
    /** This program does not understand an event. */
    UNREADABLE_EVENT,
    /** The server left out events. */
    EVENTS_MISSING,
    /** An observation is not the one that the server says it is. */
    OBSERVATION_DIFFERS,
    /** The match is played in a scenario with other values than this program has. */
    SCENARIO_DIFFERS
}
