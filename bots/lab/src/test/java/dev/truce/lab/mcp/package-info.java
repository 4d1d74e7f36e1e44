@NullMarked
package dev.truce.lab.mcp;

import org.jspecify.annotations.NullMarked;
