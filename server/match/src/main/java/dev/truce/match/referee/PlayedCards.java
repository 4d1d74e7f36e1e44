package dev.truce.match.referee;

import dev.truce.engine.Limits;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.CardName;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.CardRules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The shock cards of one match: those of its scenario and those that the host plays. At most one of a kind a round, so there are
 * never more than seven times the rounds. Not thread-safe.
 */
final class PlayedCards {

    private final CardRules ofScenario;
    private final TreeMap<Integer, List<Card>> cards = new TreeMap<>();
    private int lastRound;
    private int played;

    /** Lays out the scenario's cards. */
    PlayedCards(Rules rules, MatchSetup setup) {
        // A hidden horizon must not show in what is refused.
        lastRound = setup.horizon() instanceof Horizon.Fixed fixed ? fixed.rounds() : Limits.MAX_ROUNDS;
        ofScenario = rules.scenario().cards();
        for (int round = 1; round <= lastRound; round++) {
            for (Card card : ofScenario.of(round)) {
                put(round, card);
            }
        }
    }

    /** No round comes after this one. */
    void endWith(int round) {
        lastRound = round;
    }

    /** Cards that the host has played. */
    int played() {
        return played;
    }

    /** Returns the cards that take effect in a round, in the order of their kinds, no matter who was quicker. */
    List<Card> of(int round) {
        return List.copyOf(cards.getOrDefault(round, List.of()));
    }

    /** Returns why a card cannot be played, or null; after the refusals about the phase of the match and rounds that are over. */
    @Nullable
    Refusal refusal(HostAct.PlayCard play) {
        Reply<Card> read = CardName.read(play.card());
        if (read instanceof Reply.Refused<Card> refused) {
            return refused.refusal();
        }
        Card card = ((Reply.Done<Card>) read).value();
        if (play.round() > lastRound) {
            return Refusal.of(RefusalCode.NO_SUCH_ROUND, "round")
                    .naming(play.round(), lastRound)
                    .legal("1.." + lastRound);
        }
        for (Card earlier : of(play.round())) {
            if (earlier.kind() == card.kind() && !earlier.equals(card)) {
                return Refusal.of(RefusalCode.CARD_PLAYED, "card").naming(play.round(), earlier.text());
            }
        }
        return null;
    }

    /**
     * Plays a card that {@link #refusal} found in order.
     *
     * @return the card, or null if it lay there already: the same card twice is one
     */
    @Nullable
    Card play(HostAct.PlayCard play) {
        Card card = ((Reply.Done<Card>) CardName.read(play.card())).value();
        if (of(play.round()).contains(card)) {
            return null;
        }
        put(play.round(), card);
        played++;
        return card;
    }

    /**
     * Takes a card back that the host has played.
     *
     * @return whether it lay there, and was the host's
     */
    boolean withdraw(HostAct.WithdrawCard withdraw) {
        if (CardName.read(withdraw.card()) instanceof Reply.Done<Card> read
                && of(withdraw.round()).contains(read.value())
                && !ofScenario.of(withdraw.round()).contains(read.value())) {
            List<Card> own = cards.getOrDefault(withdraw.round(), List.of());
            own.remove(read.value());
            played--;
            return true;
        }
        return false;
    }

    private void put(int round, Card card) {
        List<Card> own = cards.computeIfAbsent(round, any -> new ArrayList<>());
        own.add(card);
        own.sort(Comparator.comparing(Card::kind));
    }
}
