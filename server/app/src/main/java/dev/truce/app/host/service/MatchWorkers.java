package dev.truce.app.host.service;

import java.util.concurrent.Executor;

/** Runs the tasks of matches, none of which blocks or thinks. */
public interface MatchWorkers {
    /** Returns what runs the tasks of one more match. */
    Executor ofMatch();
}
