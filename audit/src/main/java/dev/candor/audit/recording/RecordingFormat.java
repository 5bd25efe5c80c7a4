package dev.candor.audit.recording;

import dev.candor.audit.Format;

/**
 * One way to write a recorded run. A new format is one class with {@code @AutoService}; nothing
 * lists them.
 */
public interface RecordingFormat extends Format<RecordedRun> {}
