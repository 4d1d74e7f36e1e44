package dev.truce.match.deed;

/** What a seat says in words. A seat that may change nothing more in a round may still speak. */
public interface Spoken {
    /** Returns the words, at most 280 characters. */
    String text();
}
