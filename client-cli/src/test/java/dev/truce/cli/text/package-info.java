/** Tests of the text helpers. */
@NullMarked
package dev.truce.cli.text;

import org.jspecify.annotations.NullMarked;
