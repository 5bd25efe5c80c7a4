package dev.candor.lab.emulator;

import dev.candor.wire.Body;
import dev.candor.wire.Protocol;
import dev.candor.wire.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A SOCKS proxy (RFC 1928), with or without a password (RFC 1929). It is written down as one
 * request {@code SOCKS5} for the host and port, with all that the client sent as its body. It has
 * no response, since what it was answered is no HTTP.
 */
final class Socks extends ByteToMessageDecoder {
  static final int VERSION = 5;
  private static final int NO_PASSWORD = 0;
  private static final int PASSWORD = 2;
  private static final int NO_METHOD = 0xff;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final int COMMAND_UNKNOWN = 7;
  private static final int ADDRESS_UNKNOWN = 8;

  private final Line line;
  private final Start start = Start.now();
  private final ByteBuf sent = Unpooled.buffer();
  private Step step = Step.METHODS;

  /** What the client says next. */
  private enum Step {
    METHODS,
    PASSWORD,
    COMMAND,
    NOTHING
  }

  Socks(Line line) {
    this.line = line;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (step == Step.NOTHING) {
      in.skipBytes(in.readableBytes());
      return;
    }
    int length = length(in);
    if (length == 0 || in.readableBytes() < length) {
      return;
    }
    ByteBuf said = in.readSlice(length);
    sent.writeBytes(said, said.readerIndex(), length);
    switch (step) {
      case METHODS -> method(context, said);
      case PASSWORD -> {
        step = Step.COMMAND;
        answer(context, 1, 0);
      }
      case COMMAND -> command(context, said);
      case NOTHING -> {}
    }
  }

  /** Of what comes next, in bytes; 0 where too little is there to tell. */
  private int length(ByteBuf in) {
    int first = in.readerIndex();
    int there = in.readableBytes();
    return switch (step) {
      case METHODS -> there < 2 ? 0 : 2 + in.getUnsignedByte(first + 1);
      case PASSWORD -> {
        int name = there < 2 ? -1 : in.getUnsignedByte(first + 1);
        yield name < 0 || there < 3 + name ? 0 : 3 + name + in.getUnsignedByte(first + 2 + name);
      }
      case COMMAND -> there < 5 ? 0 : 6 + addressLength(in, first + 3);
      case NOTHING -> 0;
    };
  }

  private static int addressLength(ByteBuf in, int at) {
    return switch (in.getByte(at)) {
      case IPV4 -> 4;
      case IPV6 -> 16;
      case NAME -> 1 + in.getUnsignedByte(at + 1);
      default -> 0;
    };
  }

  private void method(ChannelHandlerContext context, ByteBuf said) {
    ByteBuf offered = said.skipBytes(2);
    if (offers(offered, NO_PASSWORD)) {
      step = Step.COMMAND;
      answer(context, VERSION, NO_PASSWORD);
    } else if (offers(offered, PASSWORD)) {
      step = Step.PASSWORD;
      answer(context, VERSION, PASSWORD);
    } else {
      end(context, "no way to say who asks was offered that is known here", VERSION, NO_METHOD);
    }
  }

  private static boolean offers(ByteBuf offered, int method) {
    return offered.indexOf(offered.readerIndex(), offered.writerIndex(), (byte) method) >= 0;
  }

  private void command(ChannelHandlerContext context, ByteBuf said) {
    int command = said.skipBytes(1).readByte();
    Optional<String> host = host(said.skipBytes(1));
    if (command != CONNECT || host.isEmpty()) {
      int error = host.isEmpty() ? ADDRESS_UNKNOWN : COMMAND_UNKNOWN;
      end(context, "SOCKS command %d is not known here".formatted(command), reply(error));
      return;
    }
    String target = host.get() + ":" + said.readUnsignedShort();
    record(target);
    answer(context, reply(0));
    line.proxied(target);
    ChannelPipeline pipeline = context.pipeline();
    Line.add(pipeline, new Opening(line));
    pipeline.remove(this);
  }

  private static Optional<String> host(ByteBuf said) {
    int kind = said.readByte();
    if (kind == NAME) {
      return Optional.of(
          said.readCharSequence(said.readUnsignedByte(), StandardCharsets.ISO_8859_1).toString());
    }
    byte[] number = new byte[kind == IPV4 ? 4 : kind == IPV6 ? 16 : 0];
    said.readBytes(number);
    try {
      String text = InetAddress.getByAddress(number).getHostAddress();
      return Optional.of(text.contains(":") ? "[" + text + "]" : text);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private void record(String target) {
    Request request =
        new Request(
            "SOCKS5", line.scheme(), target, target, Protocol.HTTP_1_1, List.of(), Body.NONE);
    Incoming.of(line, line.connection(), request, start)
        .ifPresent(asked -> {
          asked.take(sent);
          asked.end();
          asked.done(Optional.empty(), "proxy", System.nanoTime());
        });
  }

  /** From no address in particular, as proxies may say. */
  private static int[] reply(int code) {
    return new int[] {VERSION, code, 0, IPV4, 0, 0, 0, 0, 0, 0};
  }

  private static void answer(ChannelHandlerContext context, int... bytes) {
    ChannelFuture _ = send(context, bytes);
  }

  private static ChannelFuture send(ChannelHandlerContext context, int... bytes) {
    ByteBuf answer = context.alloc().buffer(bytes.length);
    for (int b : bytes) {
      answer.writeByte(b);
    }
    return context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }

  private void end(ChannelHandlerContext context, String why, int... answer) {
    step = Step.NOTHING;
    line.failReading(why);
    ChannelFuture _ = send(context, answer).addListener(ChannelFutureListener.CLOSE);
  }
}
