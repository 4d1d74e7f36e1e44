package dev.truce.engine.round;

/** Tension decays, feeds on escalation, and rests on how deep an agreement will bind next (agreements A9). */
final class TensionPhase implements Phase {
    private static final double MEMORY = .65;
    private static final double PER_ESCALATION = .20;
    /** A summit under an agreement calms. */
    private static final double SUMMIT_FACTOR = .9;

    @Override
    public String name() {
        return "tension";
    }

    @Override
    public void apply(RoundDraft draft) {
        int next = draft.round + 1;
        double depth = draft.tables.depth.agreed(draft.treatyAfter, next);
        double tension = MEMORY * draft.state.tension()
                + PER_ESCALATION * (draft.us.escalation + draft.cn.escalation)
                + base(depth);
        draft.tension = draft.summit && draft.treatyAfter.bindsAny(next) ? tension * SUMMIT_FACTOR : tension;
    }

    private static double base(double depth) {
        return depth <= 1 ? .6 - .25 * depth : Math.max(.05, .35 - .30 * (depth - 1));
    }
}
