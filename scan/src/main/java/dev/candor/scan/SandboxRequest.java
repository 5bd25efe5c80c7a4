package dev.candor.scan;

import dev.candor.scan.Sandbox.Bounds;
import java.time.Duration;
import java.util.List;

/**
 * What the interpreter is asked.
 *
 * @param bounds for the program, and again for each expression
 * @param total time for all of them together
 */
record SandboxRequest(String program, List<String> expressions, Bounds bounds, Duration total) {}
