package dev.truce.spark;

import dev.truce.tournament.cluster.Cluster;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PairPlayersException;
import dev.truce.tournament.result.PairPlayersException.Reason;
import dev.truce.tournament.result.RunCard;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** A cluster of Spark of which this program is the driver. One at a time in a process, as Spark has it. */
final class SparkCluster implements Cluster {
    /** What executors load; it lies beside the jar of this class. */
    private static final String EXECUTOR_JAR = "truce-spark-executor.jar";

    private static final Duration FIRST_WORKER = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    private final MasterUrl master;
    private final JavaSparkContext spark;
    private final SortedMap<String, Integer> shares = new TreeMap<>();

    private SparkCluster(MasterUrl master, JavaSparkContext spark) {
        this.master = master;
        this.spark = spark;
    }

    /**
     * Joins a cluster as a driver and waits until it has a worker.
     *
     * @throws PairPlayersException if there is no master or no worker
     */
    static SparkCluster open(MasterUrl master) throws PairPlayersException {
        master.reach();
        // Read by the logging that Spark brings when its first class is loaded.
        setIfMissing("slf4j.provider", "org.apache.logging.slf4j.SLF4JServiceProvider");
        setIfMissing("slf4j.internal.verbosity", "WARN");
        setIfMissing("log4j2.configurationFile", "classpath:dev/truce/spark/log4j2.properties");
        SparkCluster cluster;
        try {
            cluster = new SparkCluster(master, new JavaSparkContext(conf(master)));
        } catch (Exception thrown) { // Scala throws checked exceptions that it does not declare.
            throw new PairPlayersException(
                    Reason.CLUSTER_UNREACHABLE, "Spark cannot use " + master.text() + ": " + firstLine(thrown), thrown);
        }
        // So that a chunk of slow bots does not run on after everybody has left.
        cluster.spark.setLocalProperty("spark.job.interruptOnCancel", "true");
        cluster.awaitWorker();
        return cluster;
    }

    private static void setIfMissing(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Returns the configuration; properties of the JVM that begin with {@code spark.} come first. */
    private static SparkConf conf(MasterUrl master) throws PairPlayersException {
        SparkConf conf = new SparkConf().setMaster(master.text()).setAppName("truce tournament");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        // A job is a chunk of pairs; nobody looks at old ones.
        conf.setIfMissing("spark.ui.retainedJobs", "50");
        conf.setIfMissing("spark.ui.retainedStages", "50");
        conf.setIfMissing("spark.ui.retainedTasks", "500");
        // Tasks do not fail by what bots do; what fails them is that machines go away, which may happen often.
        conf.setIfMissing("spark.task.maxFailures", "20");
        if (master.isLoopback()) {
            // The ports of a driver have no lock; other machines need not reach them.
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        if (!master.isLocal()) {
            conf.setJars(new String[] {executorJar().toString()});
            // A failed assertion voids a pair, so that they have to be on everywhere or nowhere.
            conf.setIfMissing("spark.executor.extraJavaOptions", isAsserting() ? "-ea:dev.truce..." : "");
        }
        return conf;
    }

    private static boolean isAsserting() {
        return RunCard.class.desiredAssertionStatus();
    }

    private static Path executorJar() throws PairPlayersException {
        Path jar;
        try {
            Path own = Path.of(SparkCluster.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            jar = own.resolveSibling(EXECUTOR_JAR);
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("a class comes from a file", odd);
        }
        if (!Files.isRegularFile(jar)) {
            throw new PairPlayersException(
                    Reason.CLUSTER_UNREACHABLE, "what workers need is missing: " + jar + "; build with -Pspark");
        }
        return jar;
    }

    private void awaitWorker() throws PairPlayersException {
        long waited = 0;
        try {
            while (!hasExecutors() && waited < FIRST_WORKER.toMillis()) {
                Thread.sleep(LOOK_MILLIS);
                waited += LOOK_MILLIS;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!hasExecutors()) {
            close();
            throw new PairPlayersException(
                    Reason.CLUSTER_UNREACHABLE,
                    master.text() + " gave no worker within " + FIRST_WORKER.toSeconds() + " seconds");
        }
    }

    /** Returns whether there is anybody who plays. */
    boolean hasExecutors() {
        // The driver is always among them.
        return master.isLocal() || spark.sc().getExecutorMemoryStatus().size() > 1;
    }

    /** Sends pairs to executors that have a free core. */
    JavaFutureAction<List<ExecutorResult>> send(Chunk chunk) {
        return spark.parallelize(List.of(chunk), 1).map(Chunk::play).collectAsync();
    }

    /** Counts a pair that was handed over. */
    void count(String process) {
        synchronized (shares) {
            shares.merge(process, 1, Integer::sum);
        }
    }

    /** Returns the message about a job that failed. */
    static PairPlayersException failed(String name, Exception thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        return new PairPlayersException(Reason.CLUSTER_FAILED, name + " gave up: " + firstLine(cause), thrown);
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public String name() {
        return "spark " + master.text();
    }

    @Override
    public int slots() {
        return Math.max(1, spark.defaultParallelism());
    }

    @Override
    public PairPlayers players(RunCard card, String scenario) {
        return new SparkPairPlayers(
                this, new ExecutorTask(card.json(), scenario), card.settings().seed());
    }

    @Override
    public SortedMap<String, Integer> shares() {
        synchronized (shares) {
            return new TreeMap<>(shares);
        }
    }

    @Override
    public void close() {
        spark.close();
    }
}
