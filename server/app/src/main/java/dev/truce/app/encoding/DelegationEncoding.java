package dev.truce.app.encoding;

import dev.truce.app.encoding.v1.StoredDelegation;
import dev.truce.app.encoding.v1.StoredMinister;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import java.util.ArrayList;
import java.util.List;

/** Delegations as the journal keeps them; their briefs follow from the match's seed. */
final class DelegationEncoding {
    private DelegationEncoding() {}

    static List<StoredDelegation> stored(List<Delegation> delegations) {
        List<StoredDelegation> stored = new ArrayList<>();
        for (Delegation delegation : delegations) {
            StoredDelegation.Builder one = StoredDelegation.newBuilder()
                    .setSide(delegation.side().ordinal())
                    .setMode(delegation.mode().word());
            for (Minister minister : delegation.ministers()) {
                StoredMinister.Builder seat = StoredMinister.newBuilder().setNumber(minister.number());
                minister.portfolios().forEach(portfolio -> seat.addPortfolios(portfolio.word()));
                one.addMinisters(seat);
            }
            stored.add(one.build());
        }
        return stored;
    }

    /**
     * Reads what {@link #stored} wrote.
     *
     * @throws IllegalArgumentException if a word is unknown
     */
    static List<Delegation> delegations(List<StoredDelegation> stored) {
        List<Delegation> delegations = new ArrayList<>();
        for (StoredDelegation one : stored) {
            Side side = Side.at(one.getSide());
            List<Minister> ministers = new ArrayList<>();
            for (StoredMinister seat : one.getMinistersList()) {
                List<Portfolio> portfolios = new ArrayList<>();
                seat.getPortfoliosList().forEach(word -> portfolios.add(portfolio(word, side)));
                ministers.add(new Minister(seat.getNumber(), portfolios));
            }
            DelegationMode mode = DelegationMode.find(one.getMode())
                    .orElseThrow(() -> new IllegalArgumentException("no mode " + one.getMode()));
            delegations.add(new Delegation(side, mode, ministers));
        }
        return delegations;
    }

    private static Portfolio portfolio(String word, Side side) {
        return Portfolio.find(word, side)
                .orElseThrow(() -> new IllegalArgumentException(side + " has no portfolio " + word));
    }
}
