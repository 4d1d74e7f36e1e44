package dev.truce.spark;

import dev.truce.tournament.cluster.Cluster;
import dev.truce.tournament.cluster.ClusterService;
import dev.truce.tournament.result.CrewException;

/** Clusters of Apache Spark. */
public final class SparkService implements ClusterService {
    @Override
    public Cluster open(String master) throws CrewException {
        return SparkCluster.open(MasterUrl.parse(master));
    }
}
