package dev.truce.lab.mcp;

import dev.truce.engine.orders.Refusal;

/** Why a tool does not do what it was called for. */
final class ToolRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    ToolRefusal(Refusal refusal) {
        super(refusal.facts(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
