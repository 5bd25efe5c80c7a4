package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Flow;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Probe;
import dev.candor.core.StaticFindings;
import dev.candor.core.Step;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Modules whose strings stand in a list that their own code turns and decodes, written by hand in
 * the way of tools that do so. In the samples {@code «text»} stands for a string so kept. The time
 * limit is a guard against a hang, not a figure.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class VeiledModulesTest {
  private static final SharedScan SCAN = new SharedScan();
  private static final Pattern KEPT = Pattern.compile("«([^»]*)»");

  private static final String COVERT =
      """
      function zone(){return Intl[«DateTimeFormat»]()[«resolvedOptions»]()[«timeZone»]}
      function mark(a){if(a)return «\u2019»;return «'»}
      function text(d){let m=zone()===«Asia/Shanghai»;return «Today»+mark(m)+«s date is »+d+'.'}
      function send(d){return fetch(u,{method:«POST»,body:JSON[«stringify»](
        {model:'m',messages:[{role:«user»,content:d}]})})}
      send(text(new Date))
      """;

  private static final String INNOCENT =
      """
      function zone(){return Intl[«DateTimeFormat»]()[«resolvedOptions»]()[«timeZone»]}
      function text(d){return «Today is »+d+« in the time zone »+zone()+'.'}
      function send(d){return fetch(u,{method:«POST»,body:JSON[«stringify»](
        {model:'m',messages:[{role:«user»,content:d}]})})}
      send(text(new Date))
      """;

  private static final String DECODED = "function g(n,k){n=n-0x100;const w=list();return w[n]}";
  private static final String DECODED_BASE64 =
      "function g(n,k){n=n-0x100;const w=list();"
          + "return decodeURIComponent(escape(atob(w[n])))}";

  @AfterAll
  static void close() {
    SCAN.close();
  }

  private static StaticFindings scan(String code) {
    return SCAN.of(List.of(InMemory.entry("cli.js", code.getBytes(UTF_8))));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /** The list turned by three, the function that reads it, and the call that turns it back. */
  private static String veiled(String code, String decoder, UnaryOperator<String> encoded) {
    List<String> words = new ArrayList<>(List.of("77key"));
    String calls =
        KEPT.matcher(code)
            .replaceAll(kept -> {
              words.add(kept.group(1));
              return Matcher.quoteReplacement(
                  "g(0x" + Integer.toHexString(0xff + words.size()) + ")");
            });
    List<String> turned = new ArrayList<>(words.stream().map(encoded).toList());
    Collections.rotate(turned, 3);
    return "function list(){const w=["
        + turned.stream().map(VeiledModulesTest::quoted).collect(Collectors.joining(","))
        + "];list=function(){return w};return list()}\n"
        + decoder
        + "\n(function(l,sum){const w=l();while(!![]){try{if(parseInt(g(0x100))===sum)break;"
        + "else w['push'](w['shift']())}catch(e){w['push'](w['shift']())}}}(list,0x4d));\n"
        + calls;
  }

  private static String veiled(String code) {
    return veiled(code, DECODED, UnaryOperator.identity());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static List<Flow> covert(StaticFindings found) {
    return found.flows().stream().filter(Flow::covert).toList();
  }

  private static void isCovertByZone(String code) {
    assertThat(covert(scan(code)))
        .singleElement()
        .satisfies(flow -> assertThat(flow.factors()).containsExactly("timezone"));
  }

  @Test
  void followsWhatATurnedListNames() {
    isCovertByZone(veiled(COVERT));
  }

  @Test
  void followsWhatAnEncodedListNames() {
    isCovertByZone(veiled(COVERT, DECODED_BASE64, VeiledModulesTest::base64));
  }

  @Test
  void anInnocentModuleStaysSo() {
    StaticFindings found = scan(veiled(INNOCENT, DECODED_BASE64, VeiledModulesTest::base64));

    assertThat(covert(found)).isEmpty();
    assertThat(found.encoders()).isEmpty();
    assertThat(found.tables()).isEmpty();
    assertThat(found.probes()).extracting(Probe::factor).containsOnly("timezone");
  }

  @Test
  void pointsToTheBytesOfTheModuleAndSaysWhatWasRun() {
    String code = veiled(COVERT);

    Step read = covert(scan(code)).getFirst().steps().getFirst();

    assertThat(read.kind()).isEqualTo(Step.Kind.PROBE);
    assertThat(text(code, read.location())).startsWith("Intl[g(0x101)]()").endsWith("[g(0x103)]");
    assertThat(read.snippet()).contains("resolvedOptions");
    assertThat(read.why()).contains("decoded by running");
  }

  private static String text(String code, Location place) {
    byte[] bytes = code.getBytes(UTF_8);
    int start = (int) place.range().start();
    return new String(bytes, start, (int) place.range().end() - start, UTF_8);
  }

  @Test
  void goesThroughOtherNamesAndFunctionsThatHandOn() {
    String plain = veiled(COVERT);
    int program = plain.indexOf("function zone");
    String calls =
        Pattern.compile("g\\(0x(\\w+)\\)")
            .matcher(plain.substring(program))
            .replaceAll(call -> "far('x',-" + (9 - Integer.parseInt(call.group(1), 16)) + "+0x0)");

    // far(a, b) is near(b + 9) is g(b + 9): the arguments move and change on the way.
    isCovertByZone(
        plain.substring(0, program)
            + "const h=g;function near(a){return h(a-0x4)}"
            + "function far(a,b){return near(b- -0xd,a)}\n"
            + calls.replace("-+", "+").replace("--", "- -"));
  }

  @Test
  void readsTablesOfConstantsAndOperators() {
    isCovertByZone(
        """
        const t={'aa':function(a,b){return a===b},'bb':'timeZone','cc':function(a,b){return a(b)},
          'dd':function(a,b){return t2['ee'](a,b)}},t2={'ee':function(a,b){return a+b}};
        function zone(){return Intl['DateTimeFormat']()['resolvedOptions']()[t['bb']]}
        function mark(a){if(a)return '\u2019';return "'"}
        function text(d){let m=t['aa'](zone(),'Asia/Shanghai');
          return t['dd']('Today',t['cc'](mark,m))+('s date is '+d+'.')}
        function send(d){return fetch(u,{method:'POST',body:JSON['stringify'](
          {model:'m',messages:[{role:'user',content:d}]})})}
        send(text(new Date))
        """);
  }

  @Test
  void putsFlattenedStatementsInARow() {
    isCovertByZone(
        """
        function zone(){return Intl['DateTimeFormat']()['resolvedOptions']()['timeZone']}
        function mark(a){if(a)return '\u2019';return "'"}
        function text(d){const o='2|0|1'['split']('|');let i=0x0;while(!![]){switch(o[i++]){
          case'0':m=zone()==='Asia/'+'Shang'+'hai';continue;
          case'1':if('ab'!=='ab'){return 'nothing'}else{return 'Today'+mark(m)+'s date is '+d+'.'}
          case'2':var m;continue}break}}
        function send(d){return fetch(u,{method:'POST',body:JSON['stringify'](
          {model:'m',messages:[{role:'user',content:d}]})})}
        send(text(new Date))
        """);
  }

  @Test
  void findsTheTableInTheListAndNothingElse() {
    List<String> hosts =
        List.of(
            "registry.example.test", "gateway.example.org", "mirror.example.net", "office.test");
    String kept = hosts.stream().map(h -> "«" + stored(h) + "»").collect(Collectors.joining(","));
    StaticFindings found =
        scan(
            veiled(
                INNOCENT
                    + "const hosts=["
                    + kept
                    + "][«map»](s=>[...atob(s)][«map»](c=>"
                    + "String[«fromCharCode»](c[«charCodeAt»](0)^37))[«join»](''));"
                    + "console[«log»](hosts);",
                DECODED_BASE64,
                VeiledModulesTest::base64));

    assertThat(found.tables()).extracting(HiddenTable::entries).containsExactly(hosts);
  }

  private static String stored(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 37;
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void whatLooksAtTheEnvironmentIsNoDecoder() {
    String code =
        """
        const names=['timeZone','locale'];
        function g(n){return process.env.LANG?names[n]:names[1-n]}
        function h(n){return names[Math.floor(Math.random()*2)]}
        use(o[g(0)],o[g(1)],o[h(0)],o[h(1)]);
        """;
    try (Sandbox sandbox = new Sandbox()) {
      Unveiled unveiled = Unveiling.of(Source.of(InMemory.javaScript(code)), sandbox);
      assertThat(unveiled.decoders()).isEmpty();
    }
  }

  @Test
  void aDecoderThatDoesNotEndIsToldAndHidesNothingElse() {
    StaticFindings found =
        scan("function e(n){for(;;)n++}use(o[e(1)],o[e(2)],o[e(3)],o[e(4)]);\n" + veiled(COVERT));

    assertThat(covert(found)).hasSize(1);
    assertThat(found.notSeen()).anyMatch(note -> note.contains("not run to its end"));
  }

  @Test
  void aHundredThousandCallsAreRunInOne() {
    String calls =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "use(o[g(0x" + Integer.toHexString(0x100 + i % 40_000) + ")]);")
            .collect(Collectors.joining("\n"));

    isCovertByZone(veiled(COVERT) + calls);
  }

  @Test
  void ordinaryCodeIsLeftAlone() {
    String code =
        "const p=process.env;function pick(i){return i?'b':'a'}console.log(p.A,p['B'],q[pick(x)]);";
    try (Sandbox sandbox = new Sandbox()) {
      Source source = Source.of(InMemory.javaScript(code));
      assertThat(Unveiling.of(source, sandbox).source()).isSameAs(source);
    }
  }
}
