/** Serves matches as tools over the Model Context Protocol, to agents. */
@NullMarked
package dev.truce.lab.mcp;

import org.jspecify.annotations.NullMarked;
