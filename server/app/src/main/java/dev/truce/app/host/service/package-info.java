/** What all matches of a server share. */
@NullMarked
package dev.truce.app.host.service;

import org.jspecify.annotations.NullMarked;
