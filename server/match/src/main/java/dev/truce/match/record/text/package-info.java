/** The text form of a record, with its twin in JSON. */
@NullMarked
package dev.truce.match.record.text;

import org.jspecify.annotations.NullMarked;
