package dev.truce.engine.board;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value for each side of a match: the only place that chooses between the two.
 *
 * @param us what belongs to the United States
 * @param cn what belongs to China
 */
public record BySide<T extends @Nullable Object>(T us, T cn) {

    /** Makes a pair of what a function gives for each side. */
    public static <T extends @Nullable Object> BySide<T> each(Function<Side, ? extends T> value) {
        return new BySide<>(value.apply(Side.US), value.apply(Side.CN));
    }

    /** Returns the value of a side. */
    public T of(Side side) {
        return pick(side, us, cn);
    }

    /** Returns this pair with another value for one side. */
    public BySide<T> with(Side side, T value) {
        return side == Side.US ? new BySide<>(value, cn) : new BySide<>(us, value);
    }

    /** Returns a function's value for each side's value. */
    public <R extends @Nullable Object> BySide<R> map(Function<? super T, ? extends R> change) {
        return new BySide<>(change.apply(us), change.apply(cn));
    }

    /** Returns the value of a side, for records that hold the two under names of their own. */
    public static <T extends @Nullable Object> T pick(Side side, T us, T cn) {
        return side == Side.US ? us : cn;
    }

    /** {@link #pick(Side, Object, Object)} for numbers. */
    public static double pick(Side side, double us, double cn) {
        return side == Side.US ? us : cn;
    }

    /** {@link #pick(Side, Object, Object)} for whole numbers. */
    public static int pick(Side side, int us, int cn) {
        return side == Side.US ? us : cn;
    }

    /** {@link #pick(Side, Object, Object)} for conditions. */
    public static boolean pick(Side side, boolean us, boolean cn) {
        return side == Side.US ? us : cn;
    }
}
