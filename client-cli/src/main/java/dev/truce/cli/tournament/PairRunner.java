package dev.truce.cli.tournament;

import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.cli.connect.LoopbackServers;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.text.SafeText;
import dev.truce.tournament.cluster.Cluster;
import dev.truce.tournament.cluster.ClusterService;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PairPlayersException;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentSetup;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Who plays the pairs of a tournament: threads of this program, without a server or with one, or a cluster. */
public final class PairRunner implements AutoCloseable {
    private static final int MAX_MESSAGE = 600;

    private final int threads;
    private final boolean isOverWire;
    private final @Nullable Cluster cluster;
    private @Nullable LoopbackServers servers;
    private @Nullable Transport transport;

    private PairRunner(int threads, boolean isOverWire, @Nullable Cluster cluster) {
        this.threads = threads;
        this.isOverWire = isOverWire;
        this.cluster = cluster;
    }

    /** Returns threads that play in this process. */
    static PairRunner threads(int threads) {
        return new PairRunner(threads, false, null);
    }

    /** Returns threads whose bots play over connections to a server in this process. */
    static PairRunner wire(int threads) {
        return new PairRunner(threads, true, null);
    }

    /**
     * Returns a cluster of Spark.
     *
     * @param master as Spark names it
     * @param typed the arguments of this program
     * @throws FaultException if it cannot be reached, or the module that knows Spark is not there
     */
    static PairRunner cluster(String master, String typed) throws FaultException {
        ClusterService service =
                ServiceLoader.load(ClusterService.class).findFirst().orElse(null);
        if (service == null) {
            throw FaultException.usage(UsageFault.unstarted(
                            "SPARK_ABSENT",
                            Texts.of("fault.tournament.spark.absent"),
                            "./truce " + SafeText.line(typed, MAX_MESSAGE))
                    .about("--spark", ""));
        }
        try {
            return new PairRunner(0, false, service.open(master));
        } catch (PairPlayersException none) {
            throw fault(none, "--spark local[2]");
        }
    }

    /** Returns the fault of players that cannot play. */
    static FaultException fault(PairPlayersException wrong, String next) {
        return FaultException.failed(
                UsageFault.of(wrong.reason().name(), why(wrong), Texts.of("fault.unchanged.files"), next), wrong);
    }

    private static String why(PairPlayersException wrong) {
        String message = String.valueOf(wrong.getMessage());
        String last = SafeText.line(wrong.why(), MAX_MESSAGE);
        return switch (wrong.reason()) {
            case ENDPOINT_DEAD ->
                Texts.of("fault.tournament.endpoint-dead", message, ModelPulse.DEAD, last, wrong.file());
            case CASSETTE_UNUSABLE -> Texts.of("fault.tournament.cassette-unusable", message, wrong.file(), last);
            case BUDGET_SPENT -> Texts.of("fault.tournament.budget-spent", message);
            case CLUSTER_UNREACHABLE, CLUSTER_FAILED, BOT_ELSEWHERE -> SafeText.line(message, MAX_MESSAGE);
        };
    }

    /** Returns what run.json says of it. */
    String name() {
        return cluster != null ? cluster.name() : isOverWire ? RunCard.WIRE : RunCard.THREADS;
    }

    /** Returns how many pairs it can play at a time. */
    int atATime() {
        return cluster == null ? threads : cluster.slots();
    }

    /**
     * Returns what plays the pairs.
     *
     * @param setup the tournament
     * @param card what run.json says of it
     * @throws FaultException if no server can be started
     */
    PairPlayers players(TournamentSetup setup, RunCard card) throws FaultException {
        if (isOverWire) {
            LoopbackServers open = new LoopbackServers(setup.rules().scenario());
            Transport loops = Transport.start(1);
            servers = open;
            transport = loops;
            return setup.players(
                    threads,
                    () -> new WireMatchPlayer(
                            open, loops, setup.rules(), setup.settings().steps(), setup.patience(threads)));
        }
        if (cluster == null) {
            return setup.players(threads);
        }
        return cluster.players(card, setup.scenarioText());
    }

    /** Returns who has played how many pairs; nothing if it was this program. */
    List<String> shares() {
        return cluster == null
                ? List.of()
                : cluster.shares().entrySet().stream()
                        .map(share -> Texts.of("tournament.share", share.getKey(), share.getValue()))
                        .toList();
    }

    @Override
    public void close() {
        if (cluster != null) {
            cluster.close();
        }
        LoopbackServers open = servers;
        if (open != null) {
            open.close();
        }
        Transport loops = transport;
        if (loops != null) {
            loops.close();
        }
    }
}
