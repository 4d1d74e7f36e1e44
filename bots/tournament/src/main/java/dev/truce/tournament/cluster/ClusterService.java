package dev.truce.tournament.cluster;

import dev.truce.tournament.result.PairPlayersException;

/** Gives access to clusters of one kind. A module that knows such a kind names its service for {@link java.util.ServiceLoader}. */
public interface ClusterService {
    /**
     * Opens a cluster.
     *
     * @param master where it is, in the words of its kind; for Spark {@code local[2]} or {@code spark://host:7077}
     * @throws PairPlayersException if there is none, or it cannot be reached
     */
    Cluster open(String master) throws PairPlayersException;
}
