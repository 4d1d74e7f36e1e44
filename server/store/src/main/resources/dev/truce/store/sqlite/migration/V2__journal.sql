-- One row: the version of the journal's format, and what has been acknowledged. The digest is the sum of all links modulo 2^256.
CREATE TABLE journal (
    id           INTEGER NOT NULL PRIMARY KEY,
    format       INTEGER NOT NULL,
    group_number BIGINT  NOT NULL,
    digest       ${blob} NOT NULL
);

-- All that has happened, each stream numbered from 1 without gaps. A stream is a match with its room.
-- link = SHA-256(link before, stream, seq, kind, payload). The key also fences two hosts that believe they own a stream.
CREATE TABLE event (
    stream  VARCHAR(32) NOT NULL,
    seq     BIGINT      NOT NULL,
    kind    VARCHAR(16) NOT NULL,
    payload ${blob}     NOT NULL,
    link    ${blob}     NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- The last row of each stream, so that a missing one is noticed at the end too.
CREATE TABLE head (
    stream VARCHAR(32) NOT NULL PRIMARY KEY,
    seq    BIGINT      NOT NULL,
    link   ${blob}     NOT NULL
);

-- What follows is derived from the events of the same group, for look-ups.

-- A room and its one match. The code is null once the room has died: it then opens nothing and is free again.
CREATE TABLE room (
    match_id            VARCHAR(32)  NOT NULL PRIMARY KEY,
    code                VARCHAR(8)   UNIQUE,
    ruleset             VARCHAR(64)  NOT NULL,
    scenario_id         VARCHAR(64)  NOT NULL,
    scenario_hash       VARCHAR(64)  NOT NULL,
    setup               ${blob}      NOT NULL,
    created_unix_millis BIGINT       NOT NULL,
    ended_unix_millis   BIGINT       NOT NULL
);

-- A seat that somebody holds; a seat without a row is vacant.
CREATE TABLE seat (
    match_id VARCHAR(32) NOT NULL REFERENCES room (match_id),
    side     VARCHAR(2)  NOT NULL,
    number   INTEGER     NOT NULL,
    name     VARCHAR(64) NOT NULL,
    kind     VARCHAR(8)  NOT NULL,
    creator  INTEGER     NOT NULL,
    PRIMARY KEY (match_id, side, number)
);

-- Tokens that open a place in a room again; only hashes are kept. Keys that clients chose are among them, so a hash may occur in
-- several matches.
CREATE TABLE place_token (
    match_id    VARCHAR(32) NOT NULL REFERENCES room (match_id),
    token_hash  CHAR(64)    NOT NULL,
    place       VARCHAR(32) NOT NULL,
    parent_hash VARCHAR(64) NOT NULL,
    ordinal     BIGINT      NOT NULL,
    PRIMARY KEY (match_id, token_hash)
);
CREATE INDEX place_token_by_hash ON place_token (token_hash);

-- The last sign of life of each start of a node; the clocks of rounds that ran then are known by it.
CREATE TABLE node (
    incarnation VARCHAR(36) NOT NULL PRIMARY KEY,
    alive_nanos BIGINT      NOT NULL,
    beat        BIGINT      NOT NULL
);
