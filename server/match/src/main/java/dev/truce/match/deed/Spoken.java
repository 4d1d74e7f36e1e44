package dev.truce.match.deed;

/** What a seat says in words. Words have limits of their own, and take nothing from what the seat may still change in the round. */
public interface Spoken {
    /** Returns the words, at most 280 characters. */
    String text();
}
