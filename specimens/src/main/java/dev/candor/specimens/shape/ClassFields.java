package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** A class keeps the outcome in a field and tells it by a method. */
@AutoService(Shape.class)
public final class ClassFields implements Shape {
  @Override
  public String name() {
    return "class";
  }

  @Override
  public String hand(String check, Js js) {
    js.declare(
        js.draw()
            .pick(
                """
                class @Survey {
                  constructor() {
                    this.found = @0;
                  }
                  tells() {
                    return this.found;
                  }
                }
                const @survey = new @Survey();\
                """,
                """
                class @Survey {
                  #found = false;
                  look() {
                    this.#found = @0;
                    return this;
                  }
                  tells() {
                    return this.#found;
                  }
                }
                const @survey = new @Survey().look();\
                """,
                """
                class @Survey {
                  static found;
                  static tells() {
                    return (@Survey.found ??= @0);
                  }
                }
                const @survey = @Survey;\
                """),
        check);
    return js.code("@survey.tells()");
  }
}
