package dev.truce.engine.orders;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request: done, or refused with a reason. Expected refusals are values, not exceptions.
 *
 * @param <T> what a request that was done gives
 */
public sealed interface Reply<T> {
    /** Returns what comes of going on with what it gives; a refusal stays one. */
    <U> Reply<U> then(Function<? super T, Reply<U>> next);

    /** Returns the same with another refusal, if it was refused. */
    Reply<T> refusing(UnaryOperator<Refusal> other);

    /** Hands what it gives to the first, or the refusal to the second. */
    void tell(Consumer<? super T> done, Consumer<Refusal> refused);

    /** Returns what comes of what it gives, or of the refusal. */
    <U extends @Nullable Object> U in(Function<? super T, ? extends U> done, Function<Refusal, ? extends U> refused);

    /** Returns what it gives, or throws what comes of the refusal. */
    <X extends Throwable> T orThrow(Function<Refusal, X> fault) throws X;

    /** It was done. */
    record Done<T>(T value) implements Reply<T> {
        @Override
        public <U> Reply<U> then(Function<? super T, Reply<U>> next) {
            return next.apply(value);
        }

        @Override
        public Reply<T> refusing(UnaryOperator<Refusal> other) {
            return this;
        }

        @Override
        public void tell(Consumer<? super T> done, Consumer<Refusal> refused) {
            done.accept(value);
        }

        @Override
        public <U extends @Nullable Object> U in(
                Function<? super T, ? extends U> done, Function<Refusal, ? extends U> refused) {
            return done.apply(value);
        }

        @Override
        public <X extends Throwable> T orThrow(Function<Refusal, X> fault) {
            return value;
        }
    }

    /** It was refused, and nothing has changed. */
    record Refused<T>(Refusal refusal) implements Reply<T> {
        /** Returns the same refusal as an answer to another kind of request. */
        public <U> Refused<U> as() {
            return new Refused<>(refusal);
        }

        @Override
        public <U> Reply<U> then(Function<? super T, Reply<U>> next) {
            return as();
        }

        @Override
        public Reply<T> refusing(UnaryOperator<Refusal> other) {
            return new Refused<>(other.apply(refusal));
        }

        @Override
        public void tell(Consumer<? super T> done, Consumer<Refusal> refused) {
            refused.accept(refusal);
        }

        @Override
        public <U extends @Nullable Object> U in(
                Function<? super T, ? extends U> done, Function<Refusal, ? extends U> refused) {
            return refused.apply(refusal);
        }

        @Override
        public <X extends Throwable> T orThrow(Function<Refusal, X> fault) throws X {
            throw fault.apply(refusal);
        }
    }

    /** Returns what a request that was done gives. */
    static <T> Reply<T> done(T value) {
        return new Done<>(value);
    }

    /** Returns the answer to a request that is refused. */
    static <T> Reply<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
