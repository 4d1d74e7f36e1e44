package dev.truce.spark;

import dev.truce.tournament.cluster.Cluster;
import dev.truce.tournament.cluster.ClusterService;
import dev.truce.tournament.result.PairPlayersException;

/** Clusters of Apache Spark. */
public final class SparkService implements ClusterService {
    @Override
    public Cluster open(String master) throws PairPlayersException {
        return SparkCluster.open(MasterUrl.parse(master));
    }
}
