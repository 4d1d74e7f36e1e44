package dev.truce.app.sim;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** An event loop of the network whose tasks and timers are things on the agenda. */
final class SimLoop extends AbstractScheduledEventExecutor implements EventLoop {
    private final Agenda agenda;
    private final Agenda.Life life;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean awake;
    private boolean running;
    private long wakesAt = Long.MAX_VALUE;

    SimLoop(Agenda agenda, Agenda.Life life) {
        this.agenda = agenda;
        this.life = life;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        wake();
    }

    private void wake() {
        if (!awake) {
            awake = true;
            agenda.after(life, agenda.now(100) ? agenda.between(1, 3_000_000) : 0, this::turn);
        }
    }

    private void turn() {
        awake = false;
        run(tasks.remove());
        if (!tasks.isEmpty()) {
            wake();
        }
    }

    private void run(Runnable task) {
        running = true;
        try {
            task.run();
        } finally {
            running = false;
        }
        long next = nextScheduledTaskDeadlineNanos();
        if (next != -1 && next < wakesAt) {
            wakesAt = next;
            agenda.after(life, next - agenda.nanos(), this::due);
        }
    }

    private void due() {
        wakesAt = Long.MAX_VALUE;
        run(() -> {
            for (Runnable task = pollScheduledTask(agenda.nanos());
                    task != null;
                    task = pollScheduledTask(agenda.nanos())) {
                task.run();
            }
        });
    }

    @Override
    public Ticker ticker() {
        return new Ticker() {
            @Override
            public long initialNanoTime() {
                return 0;
            }

            @Override
            public long nanoTime() {
                return agenda.nanos();
            }

            @Override
            public void sleep(long delay, TimeUnit unit) {
                throw new UnsupportedOperationException("nobody sleeps here");
            }
        };
    }

    @Override
    public boolean inEventLoop(Thread thread) {
        return running;
    }

    @Override
    public EventLoopGroup parent() {
        return this;
    }

    @Override
    public EventLoop next() {
        return this;
    }

    @Override
    public ChannelFuture register(Channel channel) {
        return register(new DefaultChannelPromise(channel, this));
    }

    @Override
    public ChannelFuture register(ChannelPromise promise) {
        promise.channel().unsafe().register(this, promise);
        return promise;
    }

    @Override
    @Deprecated
    public ChannelFuture register(Channel channel, ChannelPromise promise) {
        channel.unsafe().register(this, promise);
        return promise;
    }

    @Override
    public boolean isShuttingDown() {
        return false;
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }

    @Override
    public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Future<?> terminationFuture() {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void shutdown() {
        throw new UnsupportedOperationException();
    }
}
