/** One run of a tool in the closed room: what it told whom. */
package dev.candor.audit.recording;
