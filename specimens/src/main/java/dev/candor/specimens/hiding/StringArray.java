package dev.candor.specimens.hiding;

import dev.candor.specimens.js.Js;
import dev.candor.specimens.js.Literals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The layout that JavaScript obfuscators made common: all strings stand encoded in one array that
 * is turned at start until a checksum over some of them fits, and an accessor subtracts an offset
 * from the index and decodes.
 */
final class StringArray {
  // Lower case first: obfuscators swap the cases of the usual alphabet.
  private static final String SWAPPED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";
  private static final String LETTERS = SWAPPED.substring(0, 52);

  private final Js js;
  private final boolean keyed;
  private final int offset;
  private final List<Integer> numbers;
  private final List<String> plain;
  private final List<Integer> places;
  private final List<String> keys;

  /**
   * @param keyed whether each string is also RC4-encoded with a key that stands at its call
   */
  private StringArray(Js js, List<String> strings, boolean keyed) {
    this.js = js;
    this.keyed = keyed;
    offset = js.draw().between(0x50, 0x1ff);
    numbers = IntStream.range(0, 3).mapToObj(i -> js.draw().between(1000, 499_999)).toList();
    Stream<String> checks = numbers.stream().map(n -> n + js.draw().text(6, LETTERS));
    plain = Stream.concat(strings.stream(), checks).toList();
    places = js.draw().shuffled(IntStream.range(0, plain.size()).boxed().toList());
    keys = plain.stream().map(s -> js.draw().text(4, LETTERS)).toList();
  }

  static Hidden hide(List<List<String>> tables, Js js, boolean keyed) {
    List<String> strings = tables.stream().flatMap(List::stream).toList();
    StringArray array = new StringArray(js, strings, keyed);
    array.declare();
    List<String> lists = new ArrayList<>();
    int next = 0;
    for (List<String> table : tables) {
      int end = next + table.size();
      List<String> calls = IntStream.range(next, end).mapToObj(array::call).toList();
      lists.add("[" + String.join(", ", calls) + "]");
      next = end;
    }
    return Access.of(lists, List.of(), js);
  }

  private String call(int number) {
    String index = "0x" + Integer.toHexString(places.get(number) + offset);
    String key = keyed ? ", " + Literals.quote(keys.get(number), '"') : "";
    return js.name("at") + "(" + index + key + ")";
  }

  private Armour armour() {
    return new BitArmour("", SWAPPED);
  }

  private List<String> stored() {
    String[] stored = new String[plain.size()];
    for (int i = 0; i < stored.length; i++) {
      Coding coding =
          keyed ? new ByteCoding(armour(), new Rc4(keys.get(i))) : new ByteCoding(armour());
      stored[places.get(i)] = coding.store(plain.get(i), js);
    }
    List<String> turned = new ArrayList<>(List.of(stored));
    // It stands turned to the right; the loop turns it back to the left.
    Collections.rotate(turned, js.draw().between(1, turned.size() - 1));
    return turned;
  }

  private void declare() {
    String bytes = armour().read(js.name("item"), js);
    if (keyed) {
      bytes = Rc4.declare(js) + "(" + bytes + ", " + js.name("pass") + ")";
    }
    js.declare(
        """
        function @pool() {
          const @items = [@0];
          @pool = function () {
            return @items;
          };
          return @pool();
        }
        function @at(@place, @pass) {
          @place = @place - @1;
          const @items = @pool(), @slot = @items[0] + @place;
          @at.seen = @at.seen || {};
          if (@at.seen[@slot] === undefined) {
            const @item = @items[@place];
            @at.seen[@slot] = @2.reduce((@out, @byte) => @out + String.fromCharCode(@byte), "");
          }
          return @at.seen[@slot];
        }\
        """,
        String.join(", ", stored()),
        js.number(offset),
        bytes);
    int first = plain.size() - numbers.size();
    js.declare(
        """
        (function (@turn, @goal) {
          const @words = @turn();
          while (true) {
            try {
              const @sum = parseInt(@0) / 1 + parseInt(@1) * 2 + parseInt(@2) * 3;
              if (@sum === @goal) {
                break;
              }
              @words.push(@words.shift());
            } catch (@problem) {
              @words.push(@words.shift());
            }
          }
        })(@pool, 0x@3);\
        """,
        call(first),
        call(first + 1),
        call(first + 2),
        Integer.toHexString(numbers.get(0) + 2 * numbers.get(1) + 3 * numbers.get(2)));
  }
}
