package dev.truce.tournament.cluster;

import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.RunCard;
import java.util.SortedMap;

/** Machines that play pairs together. */
public interface Cluster extends AutoCloseable {
    /** Returns what run.json says of it: its kind and where it is. */
    String name();

    /** Returns how many pairs it can play at a time now, at least 1; machines may come and go. */
    int slots();

    /**
     * Returns what plays a tournament.
     *
     * @param card the tournament
     * @param scenario the text of its scenario if it is none that ships, else empty
     */
    PairPlayers players(RunCard card, String scenario);

    /** Returns how many of the pairs that were handed over each process of the cluster has played, by the name of the process. */
    SortedMap<String, Integer> shares();

    /** Leaves the cluster. */
    @Override
    void close();
}
