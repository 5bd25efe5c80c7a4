package dev.candor.fleet.inventory;

import java.util.Optional;

/**
 * A process that runs a tool.
 *
 * @param pid its number, at the time of the look
 * @param tool its name in the catalogue
 * @param place the executable or script that it runs
 * @param purl that of the installation which the place belongs to; empty where none does
 */
public record RunningTool(long pid, String tool, String place, Optional<String> purl) {}
