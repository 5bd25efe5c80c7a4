package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** The outcome is awaited before the prompt is built. */
@AutoService(Shape.class)
public final class Awaited implements Shape {
  @Override
  public String name() {
    return "async";
  }

  @Override
  public String hand(String check, Js js) {
    js.declare(
        js.draw()
            .pick(
                """
                let @state = false;
                async function @look() {
                  return @0;
                }
                async function @prepare() {
                  const [@found, @ready] = await Promise.all([@look(), Promise.resolve(true)]);
                  @state = @found && @ready;
                }\
                """,
                """
                let @state = false;
                const @look = async () => ({ found: @0 });
                async function @prepare() {
                  const { found: @found } = await @look();
                  @state = @found;
                }\
                """,
                """
                let @state = false;
                function @prepare() {
                  return new Promise((@resolve) => @resolve(@0)).then((@found) => {
                    @state = @found;
                  });
                }\
                """),
        check);
    js.start("await @prepare();");
    js.function("current", "", "return @state;");
    return js.code("@current()");
  }
}
