/** Bugs that are planted to see whether the tests find them. */
package dev.truce.cli.planted;
