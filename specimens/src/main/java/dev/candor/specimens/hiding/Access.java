package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import java.util.ArrayList;
import java.util.List;

/** When a table is decoded: at once, at each use, at first use, or by a bundler's initialiser. */
final class Access {
  private Access() {}

  /**
   * @param lists an expression for each table
   */
  static Hidden of(List<String> lists, List<String> encoding, Js js) {
    List<String> tables = new ArrayList<>();
    int way = js.draw().below(5);
    String lazy = js.name("lazy");
    if (way == 4) {
      js.declare("var @0 = (@fn, @res) => () => (@fn && (@res = @fn(@fn = 0)), @res);", lazy);
    }
    for (int i = 0; i < lists.size(); i++) {
      String name = js.name("list" + i);
      String memo = js.name("memo" + i);
      tables.add(way < 2 ? name : name + "()");
      switch (way) {
        case 0 -> js.declare("const @0 = @1;", name, lists.get(i));
        case 1 -> js.declare("var @0 = @1;", name, lists.get(i));
        case 2 -> js.function("list" + i, "", "return @0;", lists.get(i));
        case 3 -> {
          js.declare("let @0;", memo);
          js.function("list" + i, "", "return @0 ??= @1;", memo, lists.get(i));
        }
        default -> {
          String init = js.name("init" + i);
          js.declare("var @0, @1 = @2(() => {\n@0 = @3;\n});", memo, init, lazy, lists.get(i));
          js.function("list" + i, "", "return (@0(), @1);", init, memo);
        }
      }
    }
    return new Hidden(tables, encoding);
  }
}
