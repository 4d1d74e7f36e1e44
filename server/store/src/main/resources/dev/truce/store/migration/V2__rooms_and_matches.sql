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

-- What was left of the open round when this was written.
CREATE TABLE round_clock (
    match_id    VARCHAR(32) NOT NULL PRIMARY KEY REFERENCES room (match_id),
    round       INTEGER     NOT NULL,
    left_millis BIGINT      NOT NULL
);

-- The accepted inputs of each match, in order. The key also fences two hosts that believe they own a match.
CREATE TABLE match_event (
    match_id VARCHAR(32) NOT NULL REFERENCES room (match_id),
    seq      BIGINT      NOT NULL,
    payload  ${blob}     NOT NULL,
    PRIMARY KEY (match_id, seq)
);
