/**
 * The closed room: a tool runs in Linux namespaces of its own, where nothing of the host is seen or
 * reached.
 */
package dev.candor.lab.room;
