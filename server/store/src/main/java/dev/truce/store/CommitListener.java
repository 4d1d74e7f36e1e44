package dev.truce.store;

/** Hears how the writes of the journal go; called from its thread and must not block. */
public interface CommitListener {
    /** Hears nothing. */
    CommitListener NONE = new CommitListener() {
        @Override
        public void committed(int entries, long nanos) {}

        @Override
        public void stopped() {}
    };

    /** A group was made durable. */
    void committed(int entries, long nanos);

    /** A write failed and the journal takes nothing more. */
    void stopped();
}
