package dev.candor.scan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Comparison;
import dev.candor.core.Flow;
import dev.candor.core.Form;
import dev.candor.core.HiddenTable;
import dev.candor.core.Location;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import dev.candor.core.Recovery;
import dev.candor.core.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowScanTest {
  private static FoundFlows search(Map<String, String> modules) {
    return Searched.javaScript(modules);
  }

  private static FoundFlows search(String code) {
    return Searched.javaScript(code);
  }

  private static Flow onlyFlow(String code) {
    List<Flow> flows = search(code).flows(List.of());
    assertThat(flows).hasSize(1);
    return flows.getFirst();
  }

  private static Probe probe(FoundFlows found, String factor) {
    return found.probes(List.of()).stream()
        .filter(p -> p.factor().equals(factor))
        .findFirst()
        .orElseThrow();
  }

  private static final String SEND =
      "function send(d){return fetch(u,{method:'POST',body:JSON.stringify({model:'m',messages:[{role:'user',content:d}]})})}";

  @Test
  void joinsTheZoneWithTheApostropheUpToTheRequest() {
    Flow flow =
        onlyFlow(
            "function z(){return Intl.DateTimeFormat().resolvedOptions().timeZone}"
                + "function q(a){if(a)return'\\u2019';return\"'\"}"
                + "function text(d){let m=z()==='Asia/Shanghai';return`Today${q(m)}s date is ${d}.`}"
                + SEND
                + ";send(text(new Date))");
    assertThat(flow.factors()).containsExactly("timezone");
    assertThat(flow.covert()).isTrue();
    assertThat(flow.encoders())
        .singleElement()
        .satisfies(encoder -> {
          assertThat(encoder.form()).isEqualTo(Form.LOOKALIKE);
          assertThat(encoder.alternatives()).containsExactlyInAnyOrder("'", "’");
        });
    assertThat(flow.steps())
        .extracting(Step::kind)
        .contains(
            Step.Kind.PROBE,
            Step.Kind.COMPARISON,
            Step.Kind.ENCODER,
            Step.Kind.TEXT,
            Step.Kind.REQUEST)
        .startsWith(Step.Kind.PROBE);
  }

  @Test
  void followsMemoisedFunctionsFieldsAndModules() {
    List<Flow> flows =
        search(
                Map.of(
                    "lib/check.js",
                    "const os=require('node:os');const once=f=>{let v,d;return()=>d?v:(d=true,v=f())};"
                        + "const facts=once(()=>({known:os.hostname()==='build-7'}));"
                        + "module.exports={facts};",
                    "lib/prompt.js",
                    "const {facts}=require('./check.js');"
                        + "exports.line=d=>`Today's date is ${facts()?.known?d.replace(/-/g,'/'):d}.`;"))
            .flows(List.of());
    assertThat(flows)
        .singleElement()
        .satisfies(flow -> {
          assertThat(flow.factors()).containsExactly("hostname");
          assertThat(flow.encoders().getFirst().form()).isEqualTo(Form.FORMAT);
          assertThat(flow.covert()).isTrue();
        });
  }

  @Test
  void tellsHowAHostIsComparedWithAList() {
    FoundFlows found =
        search(
            "const hosts=['a.test','b.test'];"
                + "function host(){return new URL(process.env.ANTHROPIC_BASE_URL).hostname}"
                + "function listed(){const h=host();return hosts.some(x=>h===x||h.endsWith('.'+x))}"
                + "listed()");
    assertThat(probe(found, "endpoint").compares())
        .extracting(Comparison::match, Comparison::values)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Match.DOT_SUFFIX, List.of("a.test", "b.test")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process.env.ANTHROPIC_BASE_URL",
        "process[\"env\"][\"ANTHROPIC\"+\"_BASE_URL\"]",
        "globalThis.process.env.ANTHROPIC_BASE_URL",
        "(()=>{const{env:e}=process;return e.ANTHROPIC_BASE_URL})()",
        "(()=>{const e=process.env;return e['ANTHROPIC_BASE_URL']})()",
        "(()=>{const{ANTHROPIC_BASE_URL:b}=process.env;return b})()",
        "(()=>{const get=n=>process.env[n];return get('ANTHROPIC_BASE_URL')})()",
        "Reflect.get(process.env,'ANTHROPIC_BASE_URL')"
      })
  void readsAVariableHoweverItIsWritten(String reading) {
    assertThat(probe(search("use(" + reading + ")"), "endpoint").reads())
        .isEqualTo("process.env.ANTHROPIC_BASE_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a typographer looks at the text
        "exports.f=t=>`It is said that ${t.includes('x')?'\\u2019':\"'\"}tis so ${t}`",
        // the platform is no factor
        "exports.f=()=>`Commands must work in ${process.platform==='win32'?'powershell':'bash'} here.`",
        // grammar
        "exports.f=()=>`There was ${process.env.TERM_PROGRAM==='x'?'line':'lines'} of text here.`",
        // an option of the user's
        "exports.f=d=>`Today's date is ${process.argv.includes('--us')?d.replace(/-/g,'/'):d}.`",
        // what was read, in its own order
        "const l=require('child_process').execSync('git remote get-url origin').toString();"
            + "exports.f=q=>JSON.stringify({model:'m',max_tokens:9,messages:q,"
            + "tools:l.split('/').sort((x,y)=>x<y?1:-1)})",
        // shown to the user only
        "const q=process.env.CI?'\\u2019':\"'\";console.log(`Can${q}t reach the server yet.`)",
        // stated
        "exports.f=()=>`The zone is ${Intl.DateTimeFormat().resolvedOptions().timeZone} at this place.`"
      })
  void innocentCodeHasNoFlow(String code) {
    assertThat(search(code).flows(List.of())).isEmpty();
  }

  @Test
  void theLocalesOwnSeparatorIsExplained() {
    Flow flow =
        onlyFlow(
            "exports.f=d=>`Today's date is ${(process.env.LANG||'').startsWith('de')?d.replace(/-/g,'.'):d} here.`");
    assertThat(flow.covert()).isFalse();
    assertThat(flow.explained()).isPresent();
  }

  @Test
  void namesOfOtherModulesAreNoHint() {
    FoundFlows found =
        search(
            Map.of(
                "a.js", "exports.current=()=>process.env.CI==='x';",
                "b.js",
                    "function current(){return q}exports.f=d=>`Today${current()?'\\u2019':\"'\"}s date is ${d}.`"));
    assertThat(found.flows(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "var a=()=>b(),b=()=>a();exports.f=d=>`Today${a()?'\\u2019':\"'\"}s date is ${d}.`",
        "var a=a||a;exports.f=d=>`Today${a?'\\u2019':\"'\"}s date is ${d}.`",
        "function f(g){return g(g)}exports.f=d=>`Today${f(f)?'\\u2019':\"'\"}s date is ${d}.`",
        "const o={};o.o=o;exports.f=d=>`Today${o.o.o.o.o.o?'\\u2019':\"'\"}s date is ${d}.`",
        "class A{get x(){return this.x}}exports.f=d=>`Today${new A().x?'\\u2019':\"'\"}s date is ${d}.`"
      })
  void cyclesEnd(String code) {
    assertThat(search(code).flows(List.of())).isEmpty();
  }

  private static HiddenTable table(Location place, String... entries) {
    return new HiddenTable(
        "table-1",
        List.of("base64"),
        List.of(entries),
        1,
        new Recovery.Searched(),
        List.of(place),
        List.of());
  }

  /** A comparison of the host name with a list that is made of data in the given code. */
  private static List<Comparison> comparedWithData(String code, String data) {
    FoundFlows found = search(code);
    int start = code.indexOf(data);
    Location place = new Location("cli.js", start, start + data.length());
    return found.probes(List.of(table(place, "build-7", "build-8"))).stream()
        .filter(p -> p.factor().equals("hostname"))
        .flatMap(p -> p.compares().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // filled in a loop
        "function d(t){const o=[];for(const c of t){o.push(c.charCodeAt(0)^3)}return o}"
            + "const l=Buffer.from(d('DATADATA')).toString().split(',');"
            + "exports.f=()=>l.includes(os.hostname())",
        // each call gives one entry
        "function d(t){let o='';for(const c of t)o+=String.fromCharCode(c.charCodeAt(0)-1);return o}"
            + "const l=[];l.push(d('DATADATA'));"
            + "exports.f=()=>l.some(e=>e===os.hostname())",
        // decoded at first use
        "const d=t=>atob(t).split('|');let m;function l(){return m??=d('DATADATA')}"
            + "exports.f=()=>new Set(l()).has(os.hostname())",
        // looked for inside a callback
        "const d=t=>atob(t).split('|');const l=d('DATADATA');"
            + "exports.f=()=>[os.hostname()].some(h=>l.indexOf(h)!==-1)"
      })
  void namesTheHiddenTableBehindAComparison(String code) {
    assertThat(comparedWithData("const os=require('os');" + code, "DATADATA"))
        .anySatisfy(compared -> {
          assertThat(compared.match()).isEqualTo(Match.EQUAL);
          assertThat(compared.table()).contains("table-1");
        });
  }

  @Test
  void doesNotTakeTheTableThatTheSameDecoderMadeElsewhere() {
    String code =
        "const os=require('os');const d=t=>atob(t).split('|');"
            + "const a=d('DATADATA'),b=d('OTHEROTHER');use(b);"
            + "exports.f=()=>a.includes(os.hostname())";
    assertThat(comparedWithData(code, "OTHEROTHER"))
        .noneSatisfy(compared -> assertThat(compared.table()).isPresent());
    assertThat(comparedWithData(code, "DATADATA"))
        .anySatisfy(compared -> assertThat(compared.table()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const {hostname:machine}=os;use(machine())",
        "use(os['hostname']())",
        "use(os['host'+'name']())"
      })
  void readsAFunctionOfThePlatformUnderAnyName(String code) {
    assertThat(probe(search("const os=require('os');" + code), "hostname").reads())
        .isEqualTo("require(\"os\").hostname()");
  }

  @Test
  void readsAnImportedFunctionUnderAnotherName() {
    assertThat(probe(search("import {hostname as m} from 'node:os';use(m())"), "hostname").reads())
        .isEqualTo("require(\"os\").hostname()");
  }

  @Test
  void aFileOfAFolderIsEqualToAnElementAndNoPartOfAText() {
    Probe probe =
        probe(
            search(
                "const fs=require('fs');exports.f=()=>fs.readdirSync('.').indexOf('pom.xml')>-1"),
            "repository");
    assertThat(probe.compares())
        .singleElement()
        .satisfies(compared -> {
          assertThat(compared.match()).isEqualTo(Match.EQUAL);
          assertThat(compared.values()).containsExactly("pom.xml");
        });
  }

  private static final String LISTED =
      "const l=()=>require('os').hostname()==='build-7';exports.f=d=>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`Today${decodeURIComponent(l()?'%CA%BC':'%27')}s date is ${d}.`",
        "`Today${unescape(l()?'%u02bc':'%27')}s date is ${d}.`",
        "`Today${JSON.parse('\"\\\\u'+(l()?'02bc':'0027')+'\"')}s date is ${d}.`",
        "`Today${Buffer.from(l()?[202,188]:[39]).toString()}s date is ${d}.`",
        "`Today${Buffer.from(l()?'yrw=':'Jw==','base64').toString()}s date is ${d}.`",
        "`Today${l()?String.fromCharCode(700):\"'\"}s date is ${d}.`",
        "`Today${\"'\\u02bc\"[+l()]}s date is ${d}.`",
        "`Today${\"'\\u02bc\".charAt(l()?1:0)}s date is ${d}.`",
        "`Today${\"'\\u02bc\".split('')[Number(l())]}s date is ${d}.`",
        "['Today',(l()?'\\u02bc':\"'\"),'s date is ',d,'.'].join('')"
      })
  void findsCharactersThatCodeMakes(String text) {
    Flow flow = onlyFlow(LISTED + text);
    assertThat(flow.covert()).isTrue();
    assertThat(flow.encoders())
        .allSatisfy(encoder -> {
          assertThat(encoder.form()).isEqualTo(Form.LOOKALIKE);
          assertThat(encoder.alternatives()).containsExactlyInAnyOrder("'", "ʼ");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // different characters
        "`Today${decodeURIComponent(l()?'%E2%9C%93':'%2B')} the date is ${d}.`",
        "`Today${JSON.parse(l()?'\"a\"':'\"b\"')} the date is ${d}.`",
        "`Today${\"\\u2713\\u2717\"[+l()]} the date is ${d}.`",
        // the same character
        "`Today${Buffer.from(l()?[39]:'Jw==','base64').toString()}s date is ${d}.`",
        // no condition
        "`Today${\"'\\u02bc\"[0]}s date is ${d}.`",
        // an alphabet of which a character is drawn
        "`Id ${\"a\\u0430e\\u0435xyz\"[Math.floor(Math.random()*7)]} is the name of it ${d}.`"
      })
  void charactersThatDoNotLookAlikeAreNoPick(String text) {
    assertThat(search(LISTED + text).flows(List.of())).isEmpty();
  }

  @Test
  void followsWhatIsSetInAMapByAChainOfCalls() {
    Flow flow =
        onlyFlow(
            "const m=new Map([['v',1]]);m.set('a',0).set('b',require('os').hostname()==='build-7');"
                + "exports.f=d=>`Today${m.get('b')?'\\u02bc':\"'\"}s date is ${d}.`");
    assertThat(flow.factors()).containsExactly("hostname");
  }

  @Test
  void aLongListOfDecodedEntriesDoesNotUseUpTheSearch() {
    StringBuilder list = new StringBuilder("function e(t){return n(t,3)}");
    list.append(
        "function n(t,k){let o='';for(const c of t)o+=x(c,k);return o}function x(c,k){return c}");
    list.append("function all(){return [");
    for (int i = 0; i < 60; i++) {
      list.append("e('entry").append(i).append("'),");
    }
    list.append("]}const host=()=>require('os').hostname().toLowerCase();");
    Flow flow =
        onlyFlow(
            list
                + "const hit=()=>all().some(e=>host().includes(e));"
                + "exports.f=d=>`Today's date is ${hit()?d.replace(/-/g,'/'):d}.`");
    assertThat(flow.factors()).containsExactly("hostname");
  }

  @Test
  void tellsBothOrdersOfAListThatIsSortedTheOneWayOrTheOther() {
    Flow flow =
        onlyFlow(
            "const c=require('os').hostname()==='build-7';const a={name:'a'},b={name:'b'};"
                + "exports.f=q=>JSON.stringify({model:'m',max_tokens:9,messages:q,"
                + "tools:[a,b].sort((x,y)=>(x.name<y.name)===c?1:-1)})");
    assertThat(flow.encoders())
        .singleElement()
        .satisfies(
            encoder -> assertThat(encoder.alternatives()).containsExactlyInAnyOrder("a,b", "b,a"));
  }

  @Test
  void tellsBothOrdersOfAListThatIsTurnedRound() {
    Flow flow =
        onlyFlow(
            "const c=require('os').hostname()==='build-7';const a={name:'a'},b={name:'b'};"
                + "exports.f=q=>JSON.stringify({model:'m',max_tokens:9,messages:q,"
                + "tools:c?[a,b].reverse():[a,b]})");
    assertThat(flow.encoders())
        .singleElement()
        .satisfies(
            encoder -> assertThat(encoder.alternatives()).containsExactlyInAnyOrder("a,b", "b,a"));
  }

  private static final String WORDED_BY_FOLDER =
      "const d=t=>atob(t).split('|');const l=d('DATADATA');"
          + "const hit=()=>l.includes(process.cwd().split('/').pop());"
          + "exports.f=()=>`You are a ${hit()?'useful':'helpful'} command line assistant.`";

  @Test
  void aWordForAFolderIsASwapWhereTheListOfFoldersIsHidden() {
    int start = WORDED_BY_FOLDER.indexOf("DATADATA");
    FoundFlows found = search(WORDED_BY_FOLDER);
    assertThat(found.flows(List.of(table(new Location("cli.js", start, start + 8), "a", "b"))))
        .singleElement()
        .satisfies(flow -> assertThat(flow.factors()).containsExactly("workdir"));
    assertThat(found.flows(List.of())).isEmpty();
    assertThat(found.encoders(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['api','web'].includes(process.cwd().split('/').pop())",
        "require('fs').readdirSync('.').includes('pom.xml')",
        "require('fs').existsSync('.git')",
        "require('os').hostname().length===12",
        "new Date().getTimezoneOffset()<0",
        "new Date().getTimezoneOffset()===0"
      })
  void aWordForWhatAProgramWorksOnIsNoSwap(String test) {
    assertThat(
            search(
                    "exports.f=()=>`You work on a ${"
                        + test
                        + "?'large':'small'} project with several parts.`")
                .flows(List.of()))
        .isEmpty();
  }

  @Test
  void aWordForOneOffsetOfTheZoneIsASwap() {
    Flow flow =
        onlyFlow(
            "exports.f=()=>`You are a ${new Date().getTimezoneOffset()===-480?'useful':'helpful'}"
                + " command line assistant.`");
    assertThat(flow.factors()).containsExactly("timezone");
  }

  private static final String HEADER =
      "const c=require('crypto'),l=()=>require('os').hostname()==='build-7';"
          + "exports.f=b=>fetch(u,{method:'POST',headers:{'x-request-id':id()},body:b});function id(){";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const h=c.randomBytes(8).toString('hex');return((parseInt(h[0],16)&14)|(l()?1:0)).toString(16)+h.slice(1)}",
        "const n=c.randomInt(1e9);return String(n-n%2+Number(l()))}",
        "let h=c.randomUUID();while(h.charCodeAt(35)%2!==(l()?1:0))h=c.randomUUID();return h}",
        "let h;do{h=c.randomUUID()}while((l()?1:0)!==parseInt(h[0],16)%2);return h}"
      })
  void findsARandomNumberOfWhichAConditionDecidesAPart(String code) {
    Flow flow = onlyFlow(HEADER + code);
    assertThat(flow.covert()).isTrue();
    assertThat(flow.factors()).containsExactly("hostname");
    assertThat(flow.encoders())
        .singleElement()
        .satisfies(encoder -> assertThat(encoder.form()).isEqualTo(Form.NUMERIC));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the version and the variant of a UUID
        "const b=c.randomBytes(16);b[6]=b[6]&15|64;b[8]=b[8]&63|128;return b.toString('hex')}",
        // drawn again while the name is taken
        "let h=c.randomUUID();while(require('fs').existsSync(process.cwd()+'/'+h))h=c.randomUUID();return h}",
        // an even number for everybody
        "let n=c.randomInt(100);while(n%2!==0)n=c.randomInt(100);return''+n}",
        // an option of the user's decides
        "const n=c.randomInt(1e9);return String(n-n%2+(process.argv.includes('--odd')?1:0))}",
        // another length, not another digit
        "const h=c.randomBytes(l()?16:8);return h.toString('hex')}",
        // flags that are no random number
        "const n=parseInt(process.argv[2]);return String(n&14|(l()?1:0))+c.randomInt(9)}"
      })
  void aRandomNumberThatNothingDecidesIsNoPick(String code) {
    assertThat(search(HEADER + code).flows(List.of())).isEmpty();
  }

  @Test
  void noLocaleExplainsARandomDigit() {
    Flow flow =
        onlyFlow(
            HEADER.replace("require('os').hostname()==='build-7'", "process.env.LANG==='de_DE'")
                + "const n=c.randomInt(1e9);return String(n-n%2+(l()?1:0))}");
    assertThat(flow.covert()).isTrue();
  }
}
