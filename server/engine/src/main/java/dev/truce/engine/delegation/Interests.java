package dev.truce.engine.delegation;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.payoff.Component;
import java.util.List;

/** Which components of the score a portfolio stands for; a design choice, so that a minister defends what he is answerable for. */
final class Interests {
    private Interests() {}

    static List<Component> of(Portfolio portfolio) {
        return switch (portfolio) {
            case US_TRADE -> List.of(Component.REVENUE, Component.FARM, Component.FIRMNESS);
            case US_COMMERCE -> List.of(Component.INDUSTRY, Component.TECHNOLOGY, Component.CHOKEPOINT);
            case US_HOMELAND -> List.of(Component.PRICES, Component.FENTANYL, Component.RESTRAINT);
            case CN_COMMERCE -> List.of(Component.INDUSTRY, Component.TECHNOLOGY, Component.CHOKEPOINT);
            case CN_AGRICULTURE -> List.of(Component.PRICES, Component.AGREEMENT, Component.CAUGHT);
            case CN_TRANSPORT -> List.of(Component.INCOME, Component.TENSION, Component.HUMILIATION);
            case CN_PUBLIC_SECURITY -> List.of(Component.RESTRAINT, Component.FIRMNESS, Component.BREACH);
        };
    }
}
