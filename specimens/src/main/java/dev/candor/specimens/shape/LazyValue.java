package dev.candor.specimens.shape;

import com.google.auto.service.AutoService;
import dev.candor.specimens.js.Js;

/** A function remembers the outcome of its first call. */
@AutoService(Shape.class)
public final class LazyValue implements Shape {
  @Override
  public String name() {
    return "lazy";
  }

  @Override
  public String hand(String check, Js js) {
    switch (js.draw().below(3)) {
      case 0 ->
          js.declare(
              """
              const @once = (@make) => {
                let @done, @value;
                return () => (@done ? @value : ((@done = true), (@value = @make())));
              };
              const @known = @once(() => @0);\
              """,
              check);
      case 1 -> js.declare("let @memo;\nfunction @known() {\n  return (@memo ??= @0);\n}", check);
      default ->
          js.declare(
              """
              var @memo;
              function @known() {
                if (@memo === void 0) {
                  @memo = @0;
                }
                return @memo;
              }\
              """,
              check);
    }
    return js.code("@known()");
  }
}
