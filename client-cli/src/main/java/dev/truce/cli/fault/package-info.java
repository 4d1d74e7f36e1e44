/** Why a command does not do what was asked. */
@NullMarked
package dev.truce.cli.fault;

import org.jspecify.annotations.NullMarked;
