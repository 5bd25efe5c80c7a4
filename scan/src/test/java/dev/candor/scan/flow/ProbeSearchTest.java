package dev.candor.scan.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.core.Comparison;
import dev.candor.core.Match;
import dev.candor.core.Probe;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeSearchTest {
  private static List<Probe> probes(String code) {
    return Searched.javaScript(code).probes(List.of());
  }

  private static List<Tuple> compared(String code) {
    return probes(code).stream()
        .flatMap(probe -> probe.compares().stream())
        .map(c -> Tuple.tuple(c.match(), c.values()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "hostname~createRequire(import.meta.url)('os').hostname()",
        "hostname~import{createRequire as c}from'module';var r=c(import.meta.url);r('os').hostname()",
        "hostname~var R=(x=>typeof require<'u'?require:x)(function(){});R('node:os').hostname()",
        "machine-id~for(const p of['/etc/machine-id','/var/lib/dbus/machine-id'])read(fs.readFileSync(p))",
        "machine-id~const ID='/etc/machine-id';use(fs.readFileSync(ID,'utf8'))",
        "machine-id~const c={linux:'( cat /var/lib/dbus/machine-id /etc/machine-id || hostname ) | head -n 1'};exec(c[process.platform])",
        "git-history~import{execSync as x}from'child_process';x('git log -1')",
        "git-history~import{exec as x}from'child_process';var g=(c,o)=>new Promise(r=>x(c,o,r));g('git log -1')",
        "git-history~var h=require('util').promisify(require('child_process').exec);h('git log -1')",
        "git-history~var q=make();f=async()=>{let r=await q('git log -1',{cwd});use(r.stdout)}",
        "machine-id~var x=load();async()=>(await(0,x.execAsync)('kenv -q smbios.system.uuid')).stdout",
        "hostname~var os=require('os');use((0,os.hostname)())",
        "git-identity~execSync('cd repo && git config user.email')",
        "git-identity~execSync(`git config user.email`)",
        "git-identity~execSync(`git -C ${dir} config user.email`)",
        "git-identity~execSync(`cd ${dir}; git config user.email 2>/dev/null`)",
        "git-identity~spawn('sh',['-c','git config --get user.name'])",
        "git-identity~Bun.spawn({cmd:['git','config','user.email'],cwd})",
        "git-identity~run('git',['config','user.name'],'utf8')",
        "git-identity~run(['-C',dir,'config','--get','user.name'])",
        "git-history~run(['rev-parse','--abbrev-ref','HEAD'])",
        "timezone~exports.f=d=>d.getTimezoneOffset()",
        "timezone~exports.f=()=>new Date().toTimeString().slice(9)",
        "timezone~exports.f=()=>new Date().toString().split(' ')[5]"
      })
  void readsAFactor(String factor, String code) {
    assertThat(probes(code)).extracting(Probe::factor).containsExactly(factor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // writes
        "execSync('git config user.name bot')",
        "execSync(`git config user.name \"${name}\"`)",
        "run(['config','user.email',address])",
        "run(['config','--global','--unset','user.email'])",
        // prose
        "throw Error('Set it first; git config user.email')",
        "hint('Use git and then config user.email of yours')",
        "const c=s=>`<${s}>`;exports.f=x=>'Use '+c(`git log --oneline ${x}`)",
        "log('git status');new Error(`git ls-files exited with ${n}`)",
        // only named
        "const HIDDEN=['/etc/machine-id','/etc/shadow'];deny(HIDDEN)",
        // a method of the program's own
        "class Day{getTimezoneOffset(){return 0}}new Day().getTimezoneOffset()",
        "getTimezoneOffset('Europe/Paris')",
        // the time of day
        "exports.f=()=>new Date().toTimeString().slice(0,8)",
        "exports.f=()=>new Date().toTimeString().split(' ')[0]",
        "exports.f=()=>new Date().toString().substring(0,15)",
        // no module of Node's
        "var r=x=>table[x];r('os').hostname()"
      })
  void readsNothing(String code) {
    assertThat(probes(code)).isEmpty();
  }

  @Test
  void namesTheCommandThatSaysMost() {
    assertThat(probes("run(['rev-parse','--abbrev-ref','HEAD'])"))
        .extracting(Probe::reads)
        .containsExactly("command git rev-parse --abbrev-ref");
  }

  @Test
  void theOuterCallReadsAPathThatIsPutTogether() {
    assertThat(compared("if(readFileSync(join(d,'.git/HEAD'),'utf8').startsWith('ref: '))f()"))
        .containsExactly(Tuple.tuple(Match.PREFIX, List.of("ref: ")));
  }

  @Test
  void whatBecameOfAValueIsNotCompared() {
    assertThat(
            compared(
                "const b=process.env.OPENAI_BASE_URL;const r=await get(b);if(r.status===200)f();"
                    + "if(existsSync(join(process.cwd(),'a')))g();"
                    + "const o=new Date().getTimezoneOffset();if(zone.parse(t-o*6e4)<16)h();"
                    + "const m=new Date().toTimeString();const p=m+[1];if(p)k();"
                    + "log(`Downloading from ${b} now`);function log(m){if(m.includes('\\n'))h(m)}"))
        .isEmpty();
  }

  @Test
  void aHostIsStillTheAddress() {
    assertThat(
            compared(
                "if(new URL(process.env.OPENAI_BASE_URL).hostname.toLowerCase()==='a.test')f()"))
        .containsExactly(Tuple.tuple(Match.EQUAL, List.of("a.test")));
  }

  @Test
  void callersOfAReaderCompareWhatTheyAskedFor() {
    List<Probe> probes =
        probes(
            "function get(n){return process.env[n]}"
                + "if(get('CI')==='one')f();if(get('TERM')==='two')g()");
    assertThat(probes)
        .extracting(Probe::reads, p -> p.compares().stream().map(Comparison::values).toList())
        .containsExactlyInAnyOrder(
            Tuple.tuple("process.env.CI", List.of(List.of("one"))),
            Tuple.tuple("process.env.TERM", List.of(List.of("two"))));
  }

  @Test
  void oneElementOfAListIsNotAnother() {
    assertThat(
            compared(
                "const[a,b]=await Promise.all([run(['status','--porcelain']),run(['log','-1'])]);"
                    + "if(a.startsWith('M'))f()"))
        .containsExactly(Tuple.tuple(Match.PREFIX, List.of("M")));
    assertThat(compared("const l=[process.env.CI,process.env.TERM];if(l[1]==='dumb')f()"))
        .containsExactly(Tuple.tuple(Match.EQUAL, List.of("dumb")));
  }

  @Test
  void aVariableIsNotComparedBeforeItIsSet() {
    assertThat(
            compared(
                "function f(){let r=cached();if(r==='old')g();r=process.env.TERM;"
                    + "if(r==='dumb')h()}"))
        .containsExactly(Tuple.tuple(Match.EQUAL, List.of("dumb")));
    assertThat(compared("let t=process.env.TERM,r=now();if(r==='old')g();({a:r=''}={a:t})"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function f(){let r;for(const l of lines){if(r==='dumb')g();r=process.env.TERM}}",
        "let r;function f(){if(r==='dumb')g();r=process.env.TERM}",
        "function f(){let r;const is=()=>r==='dumb';r=process.env.TERM;if(is())g()}"
      })
  void whatRunsAgainOrLaterSeesWhatWasSet(String code) {
    assertThat(compared(code)).containsExactly(Tuple.tuple(Match.EQUAL, List.of("dumb")));
  }

  @Test
  void whatGoesThroughAFunctionComesBackWhereItWentIn() {
    assertThat(
            compared(
                "function low(s){return bare(s).toLowerCase()}function bare(s){return s.trim()}"
                    + "if(low(process.env.TERM)==='dumb')f();if(low(title)==='other')g()"))
        .containsExactly(Tuple.tuple(Match.EQUAL, List.of("dumb")));
  }

  @Test
  void whatAReaderFindsOutIsNotTheValue() {
    List<Probe> probes =
        probes(
            "function on(n){const v=process.env[n];return v==='1'||v==='yes'}"
                + "const ci=()=>on('CI')||on('GITHUB_ACTIONS');if(ci())f()");
    assertThat(probes)
        .extracting(Probe::reads)
        .containsExactlyInAnyOrder("process.env.CI", "process.env.GITHUB_ACTIONS");
    assertThat(probes)
        .allSatisfy(probe ->
            assertThat(probe.compares())
                .extracting(Comparison::match, Comparison::values)
                .containsExactly(
                    Tuple.tuple(Match.EQUAL, List.of("1")),
                    Tuple.tuple(Match.EQUAL, List.of("yes"))));
  }

  @Test
  void whatAnotherTextBeginsWithIsNotComparedWithThatText() {
    assertThat(
            compared(
                "const n=process.env.NO_PROXY;if('a.test'.endsWith(n))f();if('b'.match(n))g();"
                    + "if(new RegExp(n).test('c'))h();if(n.endsWith('.test'))k()"))
        .containsExactly(Tuple.tuple(Match.DOT_SUFFIX, List.of(".test")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // compared before it is set
        "function f(a){let x=g(a);if(x)h();x=process.env.CI}",
        "function f(a){var r=a.year();if(r%4===0)h();r=process.env.CI;return r}",
        "function f(x){x=process.env.CI+(x==='a'?1:2)}",
        // set to something else in between
        "function f(a){let x=process.env.CI;g(x);x=a;if(x==='a')h()}",
        "function f(a){var x;x=process.env.CI,g(x),x=a,x==='a'&&h()}",
        "function f(a){let x=process.env.CI;g(x);x=a;for(;;)if(x==='a')h()}",
        "function f(a){let{CI:x}=process.env;g(x);x=a;if(x==='a')h()}",
        "function f(a,b){let x;if(b)g(x=process.env.CI);x=a;if(x==='a')h()}",
        // added to something else
        "function f(a){let t=a.valueOf();t-=new Date().getTimezoneOffset();if(t>a)h()}",
        "function f(a){let t=a;t+=process.env.CI;if(t==='a')h()}"
      })
  void aVariableIsNotWhatItWasOrWillBe(String code) {
    assertThat(compared(code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "let x;function f(){if(x==='a')h();x=process.env.CI}",
        "function f(){let x;for(;;){if(x==='a')h();x=process.env.CI}}",
        "function f(){let x;const c=()=>x==='a';x=process.env.CI;return c}",
        "function f(a){let x=process.env.CI;if(a)x=a;if(x==='a')h()}",
        "function f(a){let x=process.env.CI;for(;;){if(x==='a')h();x=a}}",
        "function f(a){let x;for(;;){x=a;while(a){if(x==='a')h();x=process.env.CI}}}",
        "function f(a){let x;x=a;x=process.env.CI;if(x==='a')h()}",
        "function f(a){let x=process.env.CI;switch(a){case 1:x=a;default:if(x==='a')h()}}"
      })
  void aVariableMayStillBeWhatItWasSetTo(String code) {
    assertThat(compared(code)).contains(Tuple.tuple(Match.EQUAL, List.of("a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const l=JSON.parse('[\"dumb\",\"a\\\\u002cb\"]');if(l.includes(process.env.TERM))f()",
        "const l=JSON.parse('[ \"dumb\" , ' + '\"a,b\" ]');if(l.includes(process.env.TERM))f()"
      })
  void aListThatIsWrittenAsJsonIsReadAsOne(String code) {
    assertThat(compared(code)).containsExactly(Tuple.tuple(Match.EQUAL, List.of("dumb", "a,b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"dumb\"",
        "[\"dumb",
        "[\"dumb\",]",
        "[\"dumb\\\\",
        "{\"dumb\":1}",
        "[1,\"dumb\"]",
        "[\"dumb\"]]",
        ""
      })
  void whatIsNoListOfStringsIsNone(String json) {
    assertThat(compared("const l=JSON.parse('" + json + "');if(l.includes(process.env.TERM))f()"))
        .allSatisfy(compared -> assertThat(compared.toList().get(1)).isNotEqualTo(List.of("dumb")));
  }
}
