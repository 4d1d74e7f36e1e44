package dev.truce.story.seat;

/** A ladder in characters: a dot a step, fences before the steps that agreement and truce ask for, and where it stands. */
public final class LadderText {
    private static final char STEP = '.';
    private static final char CROSSED = '#';
    private static final char NOW = 'O';
    private static final char BEFORE = 'o';
    private static final char GUESS = '~';

    private LadderText() {}

    /**
     * Returns a ladder, for example {@code .....:.o[O}.
     *
     * @param before the step where it stood, or {@link Ladder#NOWHERE}
     */
    public static String of(Ladder ladder, int before) {
        StringBuilder text = new StringBuilder();
        Ladder.Guess guess = ladder.guess();
        for (int step = 0; step < ladder.steps().size(); step++) {
            if (step == ladder.truce() && ladder.truce() != ladder.deal()) {
                text.append(':');
            }
            if (step == ladder.deal()) {
                text.append('[');
            }
            if (step == ladder.line()) {
                text.append('|');
            }
            boolean guessed = ladder.now() == Ladder.NOWHERE && guess != null && guess.step() == step;
            boolean crossed = ladder.line() != Ladder.NOWHERE && step >= ladder.line();
            text.append(
                    step == ladder.now() ? NOW : step == before ? BEFORE : guessed ? GUESS : crossed ? CROSSED : STEP);
        }
        return text.toString();
    }
}
