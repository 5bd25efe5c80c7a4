package dev.candor.fleet.plan;

import dev.candor.audit.Format;

/** One way to write a plan. */
public interface PlanFormat extends Format<Plan> {}
