/** What is typed on the command line by those who run a server. */
@NullMarked
package dev.truce.cli.operate;

import org.jspecify.annotations.NullMarked;
