/** Tests of the page; those with the tag {@code browser} need Chromium. */
package dev.truce.web;
