package dev.truce.engine.agreement;

/** What has become of an offer. */
public enum OfferStatus {
    /** It can be accepted, refused, countered or withdrawn. */
    OPEN,
    /** The other side accepted it in the open round; what it comes to is decided when the round closes. */
    ACCEPTED,
    /** The other side refused it. */
    REFUSED,
    /** The other side answered with an offer of its own. */
    COUNTERED,
    /** Its maker took it back. */
    WITHDRAWN,
    /** Nobody answered in time. */
    EXPIRED,
    /** It was signed and entered into force. */
    ENTERED,
    /** It was signed and the deeds of the round sank it. */
    LAPSED,
    /** It was accepted, but the other side's offer, accepted too, counted. */
    SUPERSEDED
}
