/** Tests of the JSON lines. */
@NullMarked
package dev.truce.cli.json;

import org.jspecify.annotations.NullMarked;
