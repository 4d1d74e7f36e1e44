/** A browser for tests, and a server that it can open the page from. */
package dev.truce.web.browser;
