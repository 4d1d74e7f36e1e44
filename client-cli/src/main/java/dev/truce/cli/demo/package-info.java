/** Matches of bots that are told to who watches. */
@NullMarked
package dev.truce.cli.demo;

import org.jspecify.annotations.NullMarked;
