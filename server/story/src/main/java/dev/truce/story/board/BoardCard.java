package dev.truce.story.board;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.PublicRound;
import dev.truce.engine.view.PublicRound.Ended;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table on the board of its class: how high the US tariff is and was, what binds or what has ended it, and the weightiest thing of its
 * newest round.
 *
 * @param table its number
 * @param last what everybody saw of the newest round that is shown; before the first one, how the match begins
 * @param tariffs headline US tariffs at the start and after each round that is shown, percent
 * @param endedBy what ended all that bound; {@link Ended#NOTHING} if something binds, or if nothing ever did
 * @param endedIn the round of it, else 0
 * @param event the weightiest thing of the newest round, or null
 * @param sides whom it is about
 * @param stopped whether a fault of the server has stopped the table
 */
public record BoardCard(
        int table,
        PublicRound last,
        List<Integer> tariffs,
        Ended endedBy,
        int endedIn,
        @Nullable Highlight event,
        List<Side> sides,
        boolean stopped) {

    /** What a round can be told by, the weightiest first. */
    public enum Highlight {
        /** What a side was accused of was found. */
        FOUND,
        /** The news say that a side falls short; it was not accused before. */
        REPORTED,
        /** An accuser suspended the agreement, and the truce goes on. */
        SUSPENDED,
        /** The agreement ran out, and the truce goes on. */
        DEAL_ENDED,
        /** The truce beneath an agreement ran out. */
        TRUCE_ENDED,
        /** A side stands accused. */
        ACCUSED,
        /** An inspection found nothing against a side. */
        CLEARED,
        /** A side broke a promise, and what binds goes on. */
        BROKE,
        /** Something signed entered into force. */
        SIGNED,
        /** The US tariff went up because a cut had ended. */
        RETURNED,
        /** The US raised its tariff. */
        RAISED
    }

    /** What a card shows beside its sentence. */
    public enum Sign {
        /** An agreement binds. */
        DEAL,
        /** The truce alone binds. */
        TRUCE,
        /** An inspection has ended. */
        LENS,
        /** A side is accused, or broke a promise. */
        ALERT,
        /** Nothing binds. */
        END
    }

    public BoardCard {
        tariffs = List.copyOf(tariffs);
        sides = List.copyOf(sides);
    }

    /**
     * Returns the card of a table.
     *
     * @param start how every match of the class begins, as a round 0
     */
    public static BoardCard of(PublicRound start, SeenTable table) {
        List<Integer> tariffs = new ArrayList<>(List.of(start.tariff()));
        PublicRound before = start;
        PublicRound last = start;
        Ended endedBy = Ended.NOTHING;
        int endedIn = 0;
        for (PublicRound round : table.rounds()) {
            tariffs.add(round.tariff());
            if (!round.isUnbound()) {
                endedBy = Ended.NOTHING;
                endedIn = 0;
            } else if (round.ended() != Ended.NOTHING) {
                endedBy = round.ended();
                endedIn = round.round();
            }
            before = last;
            last = round;
        }
        Highlight event = event(before, last);
        return new BoardCard(
                table.number(), last, tariffs, endedBy, endedIn, event, sides(event, last), table.stopped());
    }

    private static @Nullable Highlight event(PublicRound before, PublicRound last) {
        if (!last.found().isEmpty()) {
            return before.accused().containsAll(last.found()) ? Highlight.FOUND : Highlight.REPORTED;
        } else if (last.ended() == Ended.SUSPENSION && !last.isUnbound()) {
            return Highlight.SUSPENDED;
        } else if (last.ended() == Ended.RAN_OUT && !last.isUnbound()) {
            return last.deal() == 0 ? Highlight.DEAL_ENDED : Highlight.TRUCE_ENDED;
        } else if (!last.accused().isEmpty()) {
            return Highlight.ACCUSED;
        } else if (!last.cleared().isEmpty()) {
            return Highlight.CLEARED;
        } else if (!last.broke().isEmpty()) {
            // A breach that ended all is told as the end.
            return last.ended() == Ended.BREACH ? null : Highlight.BROKE;
        } else if (last.signed()) {
            return Highlight.SIGNED;
        } else if (last.returned()) {
            return Highlight.RETURNED;
        }
        return last.tariff() > before.tariff() ? Highlight.RAISED : null;
    }

    private static List<Side> sides(@Nullable Highlight event, PublicRound last) {
        if (event == null) {
            return List.of();
        }
        return switch (event) {
            case FOUND, REPORTED -> last.found();
            case ACCUSED -> last.accused();
            case CLEARED -> last.cleared();
            case BROKE -> last.broke();
            case SUSPENDED, DEAL_ENDED, TRUCE_ENDED, SIGNED, RETURNED, RAISED -> List.of();
        };
    }

    /** Returns whether nothing binds in the round that comes. */
    public boolean isUnbound() {
        return last.isUnbound();
    }

    /** Returns whether a deed ended all that bound. */
    public boolean isAtWar() {
        return endedBy != Ended.NOTHING && endedBy != Ended.RAN_OUT;
    }

    /** Returns whether all that bound has run out. */
    public boolean hasRunOut() {
        return endedBy == Ended.RAN_OUT;
    }

    /** Returns the sign of its sentence. */
    public Sign sign() {
        if (isUnbound() || stopped) {
            return Sign.END;
        } else if (event == Highlight.FOUND || event == Highlight.REPORTED || event == Highlight.CLEARED) {
            return Sign.LENS;
        } else if (event == Highlight.ACCUSED || event == Highlight.BROKE) {
            return Sign.ALERT;
        }
        return last.deal() > 0 ? Sign.DEAL : Sign.TRUCE;
    }

    /** Returns in a sentence what binds, or what ended it, and what happened last. */
    public String text(Phrases phrases) {
        if (stopped) {
            return phrases.of("board.phase.FAULT");
        }
        if (event == null) {
            return bound(phrases);
        }
        String who = phrases.list(sides.stream()
                .map(side -> phrases.of("class-board.side." + side.name()))
                .toList());
        return phrases.clauses(List.of(bound(phrases), phrases.of("class-board.event." + event, who)));
    }

    private String bound(Phrases phrases) {
        if (isUnbound()) {
            return phrases.of("class-board.ended." + endedBy, endedIn);
        }
        List<String> layers = new ArrayList<>();
        if (last.deal() > 0) {
            String key = last.communique() ? "class-board.deal.announced" : "class-board.deal";
            layers.add(phrases.of(key, last.deal()));
        }
        if (last.truce() > 0) {
            String key = layers.isEmpty() ? "class-board.truce" : "class-board.truce.beneath";
            layers.add(phrases.of(key, last.truce()));
        }
        return phrases.parts(layers);
    }
}
