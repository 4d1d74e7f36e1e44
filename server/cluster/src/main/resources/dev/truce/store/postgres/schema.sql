-- The journal in PostgreSQL. Names are compared by their bytes, so that all databases sort alike.

CREATE TABLE journal (
    format INTEGER NOT NULL
);

-- How far each writer has come. A row of its own for each, so that no two wait for one; the whole is the sum of all rows. digest is the sum of the
-- links that it has written modulo 2^256, list_sum that of its changes to class lists.
CREATE TABLE writer (
    id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    group_number BIGINT           NOT NULL,
    digest       BYTEA            NOT NULL,
    list_sum     BYTEA            NOT NULL
);

CREATE TABLE event (
    stream  TEXT COLLATE "C" NOT NULL,
    seq     BIGINT           NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    payload BYTEA            NOT NULL,
    link    BYTEA            NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- The last row of each stream. It fences whoever believes that he owns a stream that another has written.
CREATE TABLE head (
    stream TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq    BIGINT           NOT NULL,
    link   BYTEA            NOT NULL
);

CREATE TABLE room (
    match_id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    code                TEXT COLLATE "C" UNIQUE,
    ruleset             TEXT             NOT NULL,
    scenario_id         TEXT             NOT NULL,
    scenario_hash       TEXT             NOT NULL,
    setup               BYTEA            NOT NULL,
    created_unix_millis BIGINT           NOT NULL,
    ended_unix_millis   BIGINT           NOT NULL,
    class_id            TEXT COLLATE "C",
    table_number        INTEGER          NOT NULL
);
CREATE INDEX room_by_class ON room (class_id);

CREATE TABLE seat (
    match_id TEXT COLLATE "C" NOT NULL,
    side     TEXT COLLATE "C" NOT NULL,
    number   INTEGER          NOT NULL,
    name     TEXT             NOT NULL,
    kind     TEXT             NOT NULL,
    creator  INTEGER          NOT NULL,
    PRIMARY KEY (match_id, side, number)
);

CREATE TABLE place_token (
    match_id    TEXT COLLATE "C" NOT NULL,
    token_hash  TEXT COLLATE "C" NOT NULL,
    place       TEXT             NOT NULL,
    parent_hash TEXT             NOT NULL,
    ordinal     BIGINT           NOT NULL,
    PRIMARY KEY (match_id, token_hash)
);
CREATE INDEX place_token_by_hash ON place_token (token_hash);

CREATE TABLE class (
    class_id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    code               TEXT COLLATE "C" UNIQUE,
    setup              BYTEA            NOT NULL,
    opened_unix_millis BIGINT           NOT NULL,
    list_sum           BYTEA
);

CREATE TABLE class_member (
    class_id  TEXT COLLATE "C" NOT NULL,
    member    INTEGER          NOT NULL,
    name      TEXT             NOT NULL,
    student   TEXT             NOT NULL,
    login     TEXT             NOT NULL,
    canvas_id TEXT             NOT NULL,
    section   TEXT             NOT NULL,
    language  TEXT             NOT NULL,
    key_hash  TEXT             NOT NULL,
    PRIMARY KEY (class_id, member)
);

CREATE TABLE node (
    incarnation TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    alive_nanos BIGINT           NOT NULL,
    beat        BIGINT           NOT NULL
);

-- Appends a group: all of it, or nothing if a head is another than its writer knows. One call is one transaction, so a writer that freezes holds no lock.
-- Returns the streams whose head is another, or null. changes has ten texts for each change of a table: what it is, its stream, eight values.
CREATE FUNCTION truce_append(
    of_writer text, to_group bigint, to_digest bytea, to_lists bytea,
    streams text[], seqs bigint[], links bytea[], next_seqs bigint[], next_links bytea[],
    event_streams text[], event_seqs bigint[], kinds text[], payloads bytea[], event_links bytea[],
    changes text[], classes text[], lists_before bytea[], lists_after bytea[]
) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    missed text[];
    done   integer;
    begun  integer;
    c      text[];
BEGIN
    -- Who opens the store again waits here for a call of his that is still on its way.
    PERFORM 1 FROM writer WHERE id = of_writer AND group_number = to_group - 1 FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'writer % is not at group %', of_writer, to_group - 1 USING ERRCODE = 'TR002';
    END IF;
    -- In the order of their names, so that no two writers wait for each other.
    PERFORM 1 FROM head WHERE stream = ANY (streams) ORDER BY stream FOR UPDATE;
    SELECT array_agg(known.stream) INTO missed
      FROM unnest(streams, seqs, links) AS known (stream, seq, link) LEFT JOIN head ON head.stream = known.stream COLLATE "C"
     WHERE coalesce(head.seq, 0) <> known.seq OR head.link <> known.link;
    IF missed IS NOT NULL THEN
        RETURN missed;
    END IF;
    IF event_streams = '{}' AND classes = '{}' THEN
        RETURN NULL;
    END IF;

    SELECT count(*) INTO begun FROM unnest(seqs, next_seqs) AS n (seq, next_seq) WHERE n.seq = 0 AND n.next_seq > 0;
    INSERT INTO head SELECT n.stream, n.next_seq, n.next_link
      FROM unnest(streams, seqs, next_seqs, next_links) AS n (stream, seq, next_seq, next_link)
     WHERE n.seq = 0 AND n.next_seq > 0 ORDER BY n.stream COLLATE "C" ON CONFLICT (stream) DO NOTHING;
    GET DIAGNOSTICS done = ROW_COUNT;
    IF done <> begun THEN
        RAISE EXCEPTION 'a stream has begun meanwhile' USING ERRCODE = 'TR001';
    END IF;
    UPDATE head SET seq = n.next_seq, link = n.next_link
      FROM unnest(streams, seqs, next_seqs, next_links) AS n (stream, seq, next_seq, next_link)
     WHERE head.stream = n.stream COLLATE "C" AND n.seq > 0 AND n.next_seq > n.seq;
    INSERT INTO event SELECT * FROM unnest(event_streams, event_seqs, kinds, payloads, event_links);

    FOR i IN 0 .. cardinality(changes) / 10 - 1 LOOP
        c := changes[i * 10 + 1 : i * 10 + 10];
        CASE c[1]
            WHEN 'room' THEN
                INSERT INTO room VALUES (c[2], c[3], c[4], c[5], c[6], decode(c[7], 'hex'), c[8]::bigint, 0, c[9], c[10]::integer);
            WHEN 'seat' THEN
                INSERT INTO seat VALUES (c[2], c[3], c[4]::integer, c[5], c[6], c[7]::integer)
                ON CONFLICT (match_id, side, number) DO UPDATE
                SET name = excluded.name, kind = excluded.kind, creator = excluded.creator;
            WHEN 'token' THEN
                INSERT INTO place_token VALUES (c[2], c[3], c[4], c[5], c[6]::bigint);
            WHEN 'revoked' THEN
                DELETE FROM place_token WHERE match_id = c[2] AND token_hash = c[3];
            WHEN 'ended' THEN
                UPDATE room SET ended_unix_millis = c[3]::bigint WHERE match_id = c[2];
            WHEN 'closed' THEN
                UPDATE room SET code = NULL WHERE match_id = c[2];
            WHEN 'class' THEN
                INSERT INTO class VALUES (c[2], c[3], decode(c[4], 'hex'), c[5]::bigint, NULL);
            WHEN 'class-closed' THEN
                UPDATE class SET code = NULL WHERE class_id = c[2];
            WHEN 'member' THEN
                INSERT INTO class_member VALUES (c[2], c[3]::integer, c[4], c[5], c[6], c[7], c[8], c[9], c[10])
                ON CONFLICT (class_id, member) DO UPDATE
                SET name = excluded.name, student = excluded.student, login = excluded.login, canvas_id = excluded.canvas_id,
                    section = excluded.section, language = excluded.language, key_hash = excluded.key_hash;
        END CASE;
    END LOOP;

    UPDATE class SET list_sum = n.after
      FROM unnest(classes, lists_before, lists_after) AS n (class_id, before, after)
     WHERE class.class_id = n.class_id COLLATE "C"
       AND coalesce(class.list_sum, decode(repeat('00', 32), 'hex')) = n.before;
    GET DIAGNOSTICS done = ROW_COUNT;
    IF done <> cardinality(classes) THEN
        RAISE EXCEPTION 'a class list has changed meanwhile' USING ERRCODE = 'TR001';
    END IF;

    UPDATE writer SET group_number = to_group, digest = to_digest, list_sum = to_lists WHERE id = of_writer;
    RETURN NULL;
END
$$;
