package dev.candor.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.scan.Outcome.Failed;
import dev.candor.scan.Outcome.Lines;
import dev.candor.scan.Outcome.Text;
import dev.candor.scan.Sandbox.Bounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of Node that decoders use: Buffer, crypto, zlib, text decoding. */
class SandboxNodeTest {
  private static final Sandbox SANDBOX = new Sandbox();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  private static Outcome evaluate(String program) {
    return SANDBOX.evaluate(program, Bounds.STANDARD);
  }

  private static Lines lines(String... lines) {
    return new Lines(List.of(lines));
  }

  @ParameterizedTest
  @CsvSource({
    // NIST SP 800-38A, F.2.1, F.1.1 and F.5.1: first block
    "aes-128-cbc, 2b7e151628aed2a6abf7158809cf4f3c, 000102030405060708090a0b0c0d0e0f,"
        + "7649abac8119b246cee98e9b12e9197d, 6bc1bee22e409f96e93d7e117393172a",
    "aes-128-ecb, 2b7e151628aed2a6abf7158809cf4f3c, '',"
        + "3ad77bb40d7a3660a89ecaf32466ef97, 6bc1bee22e409f96e93d7e117393172a",
    "aes-128-ctr, 2b7e151628aed2a6abf7158809cf4f3c, f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
        + "874d6191b620e3261bef6864990db6ce, 6bc1bee22e409f96e93d7e117393172a",
    // F.2.5
    "aes-256-cbc, 603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4,"
        + "000102030405060708090a0b0c0d0e0f, f58c4c04d6e5f1ba779eabfb5f7bfbd6,"
        + "6bc1bee22e409f96e93d7e117393172a",
    // McGrew and Viega, The Galois/Counter Mode of Operation, test case 2, without its tag
    "aes-128-gcm, 00000000000000000000000000000000, 000000000000000000000000,"
        + "0388dace60b6a392f328c2b971b2fe78, 00000000000000000000000000000000",
  })
  void deciphersLikeNode(String name, String key, String iv, String cipher, String plain) {
    assertThat(
            evaluate(
                """
                const { createDecipheriv } = require('node:crypto');
                const d = createDecipheriv('%s', Buffer.from('%s', 'hex'), Buffer.from('%s', 'hex'));
                d.setAutoPadding(false);
                Buffer.concat([d.update('%s', 'hex'), d.final()]).toString('hex')
                """
                    .formatted(name, key, iv, cipher)))
        .isEqualTo(new Text(plain));
  }

  @Test
  void checksTheTagOfGcm() {
    String program =
        """
        const d = require('crypto').createDecipheriv('aes-128-gcm', Buffer.alloc(16), Buffer.alloc(12));
        d.setAuthTag(Buffer.from('%s', 'hex'));
        d.update('0388dace60b6a392f328c2b971b2fe78', 'hex', 'hex') + d.final('hex')
        """;
    assertThat(evaluate(program.formatted("ab6e47d42cec13bdf53a67b21257bddf")))
        .isEqualTo(new Text("00000000000000000000000000000000"));
    assertThat(evaluate(program.formatted("ab6e47d42cec13bdf53a67b21257bdde")))
        .isInstanceOf(Failed.class);
  }

  @Test
  void enciphersAndDeciphersTheSameText() {
    assertThat(
            evaluate(
                """
                const c = require('crypto'), k = Buffer.alloc(24, 7), iv = Buffer.alloc(16, 9);
                const e = c.createCipheriv('aes-192-cbc', k, iv);
                const t = e.update('one two thrée four', 'utf8', 'base64') + e.final('base64');
                const d = c.createDecipheriv('aes-192-cbc', k, iv);
                d.update(t, 'base64', 'utf8') + d.final('utf8')
                """))
        .isEqualTo(new Text("one two thrée four"));
  }

  @Test
  void knowsRc4AsACipher() {
    // RFC 6229, 40-bit key, key stream at offset 0
    assertThat(
            evaluate(
                "require('crypto').createDecipheriv('rc4', Buffer.from('0102030405', 'hex'), null)"
                    + ".update(Buffer.alloc(8)).toString('hex')"))
        .isEqualTo(new Text("b2396305f03dc027"));
  }

  @ParameterizedTest
  @CsvSource({
    // FIPS 180-4 examples and RFC 1321, appendix A.5
    "md5, 900150983cd24fb0d6963f7d28e17f72",
    "sha1, a9993e364706816aba3e25717850c26c9cd0d89d",
    "sha256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "sha512, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
  })
  void hashesLikeNode(String name, String digest) {
    assertThat(
            evaluate(
                "require('crypto').createHash('%s').update('a').update('bc').digest('hex')"
                    .formatted(name)))
        .isEqualTo(new Text(digest));
  }

  @Test
  void derivesKeysLikeNode() {
    // RFC 6070, second vector; RFC 7914, section 12, second vector; RFC 4231, test case 2.
    assertThat(
            evaluate(
                """
                const c = require('crypto');
                [c.pbkdf2Sync('password', 'salt', 2, 20, 'sha1').toString('hex'),
                 c.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex'),
                 c.createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex')]
                """))
        .isEqualTo(
            lines(
                "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957",
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                    + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  @Test
  void unpacksDeflateGzipAndBrotli() throws IOException {
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    byte[] text = "hello world".getBytes(UTF_8);
    try (DeflaterOutputStream a = new DeflaterOutputStream(zlib);
        GZIPOutputStream b = new GZIPOutputStream(gzip);
        DeflaterOutputStream c = new DeflaterOutputStream(raw, new Deflater(9, true))) {
      a.write(text);
      b.write(text);
      c.write(text);
    }
    Base64.Encoder base64 = Base64.getEncoder();
    // RFC 7932: one meta-block of literals as the reference encoder writes it.
    assertThat(
            evaluate(
                """
                const z = require('zlib'), b = (s) => Buffer.from(s, 'base64');
                [z.inflateSync(b('%s')), z.gunzipSync(b('%2$s')), z.unzipSync(b('%2$s')), z.inflateRawSync(b('%3$s')),
                 z.brotliDecompressSync(Buffer.from('0b058068656c6c6f20776f726c6403', 'hex'))].map(String)
                """
                    .formatted(
                        base64.encodeToString(zlib.toByteArray()),
                        base64.encodeToString(gzip.toByteArray()),
                        base64.encodeToString(raw.toByteArray()))))
        .isEqualTo(
            lines("hello world", "hello world", "hello world", "hello world", "hello world"));
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 4648, section 10, and the encodings' definitions
    "Zm9vYmFy, base64, 666f6f626172",
    "Zm9vYg, base64, 666f6f62",
    "Zm9vYg==, base64, 666f6f62",
    "Zm9v%YmFy, base64, 666f6f626172",
    "-_-_, base64, fbffbf",
    "-_-_, base64url, fbffbf",
    "666F6f0, hex, 666f6f",
    "6zz6, hex, ''",
    "ä, latin1, e4",
    "ä, binary, e4",
    "ä, utf8, c3a4",
    "ä, utf16le, e400",
  })
  void readsBufferEncodings(String text, String encoding, String bytes) {
    assertThat(evaluate("Buffer.from('%s', '%s').toString('hex')".formatted(text, encoding)))
        .isEqualTo(new Text(bytes));
  }

  @Test
  void buffersAreByteArraysWithMethods() {
    assertThat(
            evaluate(
                """
                const b = Buffer.from([1, 2, 3, 255]);
                [b.readUInt8(3), b.readUInt16BE(0), b.readUInt32LE(0), b.slice(1, 3).length, [...b].length, b[2],
                 b.subarray(2).toString('hex'), b.equals(Buffer.from('010203ff', 'hex')), b.includes(3),
                 Buffer.concat([b, b]).length, Buffer.alloc(2, 'a').toString(), Buffer.isBuffer(b.map((x) => x)),
                 Buffer('ab').toString('utf16le').length, new Buffer('YQ', 'base64').toString()].map(String)
                """))
        .isEqualTo(
            lines(
                // 0xFF030201 = 4278387201
                "255",
                "258",
                "4278387201",
                "2",
                "4",
                "3",
                "03ff",
                "true",
                "true",
                "8",
                "aa",
                "true",
                "1",
                "a"));
  }

  @Test
  void textDecodersReadUtf8Utf16AndLatin1() {
    assertThat(
            evaluate(
                """
                const u = (...b) => new Uint8Array(b);
                [new TextDecoder().decode(u(0xEF, 0xBB, 0xBF, 0xC3, 0xA4)), new TextDecoder('utf-16le').decode(u(0x61, 0)),
                 new (require('util').TextDecoder)('latin1').decode(u(0xE4)), String(new TextEncoder().encode('ä'))]
                """))
        .isEqualTo(lines("ä", "a", "ä", "195,164"));
  }

  @Test
  void textIsNotCutWithinACharacter() {
    // "é" is C3 A9: the first update ends between its bytes.
    assertThat(
            evaluate(
                """
                const c = require('crypto'), k = Buffer.alloc(16, 1), iv = Buffer.alloc(16);
                const bytes = c.createCipheriv('aes-128-ctr', k, iv).update(Buffer.from('aéb'));
                const d = c.createDecipheriv('aes-128-ctr', k, iv);
                const { StringDecoder } = require('string_decoder'), s = new StringDecoder('utf8');
                [d.update(bytes.subarray(0, 2), undefined, 'utf8'), d.update(bytes.subarray(2), undefined, 'utf8'),
                 s.write(Buffer.of(0xC3)), s.end(Buffer.of(0xA9))]
                """))
        .isEqualTo(lines("a", "éb", "", "é"));
  }
}
