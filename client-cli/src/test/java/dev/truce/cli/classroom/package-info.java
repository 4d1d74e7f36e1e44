/** What a test of a whole class needs: a server that can be killed, students that act as slowly as people, and what they were told. */
@NullMarked
package dev.truce.cli.classroom;

import org.jspecify.annotations.NullMarked;
