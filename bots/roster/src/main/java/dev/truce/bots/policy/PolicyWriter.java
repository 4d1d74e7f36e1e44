package dev.truce.bots.policy;

import dev.truce.bots.policy.Maxim.Condition;
import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;
import dev.truce.engine.board.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes policies down. */
final class PolicyWriter {
    private PolicyWriter() {}

    static String text(Policy policy) {
        StringBuilder text = new StringBuilder(PolicyReader.FIRST_LINE).append('\n');
        policy.header()
                .forEach((word, value) ->
                        text.append(word).append(": ").append(value).append('\n'));
        for (Side side : Side.values()) {
            text.append('\n').append(PolicyReader.seat(side)).append('\n');
            for (Maxim rule : policy.rules(side)) {
                text.append("  ").append(rule(rule)).append('\n');
            }
        }
        return text.toString();
    }

    private static String rule(Maxim rule) {
        return conditions(rule.when()) + " -> " + (rule.then() == null ? PolicyReader.MATCH : move(rule.then()));
    }

    private static String conditions(List<Condition> when) {
        if (when.isEmpty()) {
            return PolicyReader.ALWAYS;
        }
        return when.stream().map(PolicyWriter::condition).collect(Collectors.joining(" and "));
    }

    private static String condition(Condition condition) {
        BigDecimal line = BigDecimal.valueOf(condition.line(), 3).stripTrailingZeros();
        return condition.feature().word() + (condition.atLeast() ? " >= " : " < ") + line.toPlainString();
    }

    private static String move(Move move) {
        Posture posture = move.posture();
        return "tariff " + posture.tariff()
                + " choke " + posture.choke()
                + " compliance " + posture.compliance()
                + " port " + posture.port()
                + " extra " + move.extra().word()
                + " offer " + move.offer()
                + " accept " + move.accept()
                + (move.judgement() == Judgement.BY_ODDS
                        ? ""
                        : " judge " + move.judgement().word());
    }
}
