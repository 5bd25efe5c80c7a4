package dev.candor.fleet.plan;

import com.google.auto.service.AutoService;
import dev.candor.audit.ReportOptions;
import dev.candor.audit.terminal.Page;
import dev.candor.audit.terminal.Paint;
import dev.candor.core.Count;
import java.io.OutputStream;

/** A plan, for a person. */
@AutoService(PlanFormat.class)
public final class TerminalPlan implements PlanFormat {
  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public void write(Plan plan, ReportOptions options, OutputStream out) {
    Page page = new Page(out, options.width(), options.colour());
    page.heading(
        plan.steps().isEmpty() && plan.byHand().isEmpty() ? Paint.CALM : Paint.BOLD,
        plan.steps().isEmpty() && plan.byHand().isEmpty()
            ? "nothing to do: nothing is denied"
            : "%s to take on %s".formatted(Count.of(plan.steps().size(), "step"), plan.machine()));
    page.field("policy", plan.policy());
    page.field("root", plan.root());
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      page.blank();
      page.heading(Paint.BOLD, "%d. %s".formatted(number, step.what()));
      page.field("run", Quoted.command(step.command()));
      page.field("undo", step.undo().isEmpty() ? "no command does" : Quoted.command(step.undo()));
    }
    page.list("By hand", plan.byHand());
    page.flush();
  }
}
