package dev.truce.story.desk;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;

/**
 * What an act would do, as it was shown last. The same act asked for again, with no other act between, does just that; if something else
 * would happen by then, the server shows again.
 */
public final class ShownPreview {
    private String act = "";
    private String hash = "";

    /**
     * Returns the hash of what was shown of an act, empty if it was not shown just before. Either way nothing counts as shown any more.
     *
     * @param asked the act in its notation, without a hash
     */
    public String take(String asked) {
        String shown = asked.equals(act) ? hash : "";
        forget();
        return shown;
    }

    /** Keeps a refusal that shows what an act would do. Returns whether it is one. */
    public boolean shows(String asked, Refusal refusal) {
        if (refusal.code() != RefusalCode.STALE_PREVIEW) {
            return false;
        }
        keep(asked, refusal.legal());
        return true;
    }

    /** Keeps what was shown of an act. */
    public void keep(String asked, String shown) {
        act = asked;
        hash = shown;
    }

    /** Something else was asked for, or the round is another. */
    public void forget() {
        act = "";
        hash = "";
    }

    /** The act that was shown last and would be done now, in its notation; empty if there is none. */
    public String shown() {
        return act;
    }
}
