-- A class: a stream of its own in the table of events, with tables that are rooms. The code is null once the class is closed. Derived from
-- the events, as the tables of rooms are.
CREATE TABLE class (
    class_id           VARCHAR(32) NOT NULL PRIMARY KEY,
    code               VARCHAR(8)  UNIQUE,
    setup              ${blob}     NOT NULL,
    opened_unix_millis BIGINT      NOT NULL
);

-- Who is on the list of a class. This is the only place where names of students are kept: nothing of it is in the events, so that a name
-- can be taken out again.
CREATE TABLE class_member (
    class_id  VARCHAR(32)  NOT NULL REFERENCES class (class_id),
    member    INTEGER      NOT NULL,
    name      VARCHAR(256) NOT NULL,
    student   VARCHAR(256) NOT NULL,
    login     VARCHAR(256) NOT NULL,
    canvas_id VARCHAR(256) NOT NULL,
    section   VARCHAR(256) NOT NULL,
    language  VARCHAR(16)  NOT NULL,
    key_hash  VARCHAR(64)  NOT NULL,
    PRIMARY KEY (class_id, member)
);

-- A room that is a table of a class has no code of its own.
ALTER TABLE room ADD COLUMN class_id VARCHAR(32);
ALTER TABLE room ADD COLUMN table_number INTEGER NOT NULL DEFAULT 0;
