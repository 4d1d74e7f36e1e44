package dev.truce.cli.pool;

import dev.truce.tournament.Gate;
import dev.truce.tournament.GuestStudy;
import dev.truce.tournament.Payoffs;
import dev.truce.tournament.PoolStudies;
import dev.truce.tournament.Standing;
import java.util.List;

/**
 * What was measured.
 *
 * @param request what was asked
 * @param studies the pool and what was found out about it
 * @param guests how the guests did, in the order in which they were named
 * @param gates what is asked of the game, judged; empty if guests were measured
 */
public record PoolFindings(PoolRequest request, PoolStudies studies, List<GuestStudy> guests, List<Gate> gates) {
    /** Copies the lists. */
    public PoolFindings {
        guests = List.copyOf(guests);
        gates = List.copyOf(gates);
    }

    /** Returns the mean scores. */
    public Payoffs payoffs() {
        return new Payoffs(studies.pool());
    }

    /** Returns the table, best mean first. */
    public List<Standing> table() {
        return Standing.table(studies.pool(), payoffs());
    }

    /** Returns the ids of the gates that came out in a way, in their order. */
    public List<String> gates(Gate.Outcome outcome) {
        return gates.stream()
                .filter(gate -> gate.outcome() == outcome)
                .map(Gate::id)
                .toList();
    }
}
