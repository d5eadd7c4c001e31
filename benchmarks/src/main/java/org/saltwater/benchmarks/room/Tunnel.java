package org.saltwater.benchmarks.room;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/// A network card whose packets come to this program instead of a wire (Linux, tun/tap: see the kernel's
/// `Documentation/networking/tuntap.rst`). It may be moved into another network namespace and is heard here all the same.
final class Tunnel {
  private static final int READ_AND_WRITE = 2;
  private static final long TUNSETIFF = 0x400454ca;
  private static final short PACKETS_WITHOUT_HEADER = 0x0001 | 0x1000;
  private static final int LONGEST = 65_536;

  private static final MethodHandle OPEN =
      find("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
  private static final MethodHandle IOCTL =
      find("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
  private static final MethodHandle READ =
      find("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      find("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

  private final int file;

  /// @throws IllegalStateException without the right to make one
  Tunnel(String name) {
    try (var arena = Arena.ofConfined()) {
      file = (int) OPEN.invokeExact(arena.allocateFrom("/dev/net/tun"), READ_AND_WRITE);
      var request = arena.allocate(40);
      request.setString(0, name);
      request.set(JAVA_SHORT, 16, PACKETS_WITHOUT_HEADER);
      if (file < 0 || (int) IOCTL.invokeExact(file, TUNSETIFF, request) != 0) {
        throw new IllegalStateException("no network card " + name + " could be made: only root may");
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// The next packet that someone sends through this card; waits for it.
  byte[] read() {
    try (var arena = Arena.ofConfined()) {
      var room = arena.allocate(LONGEST);
      var length = (long) READ.invokeExact(file, room, (long) LONGEST);
      return length <= 0 ? new byte[0] : room.asSlice(0, length).toArray(JAVA_BYTE);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// Lets a packet arrive at this card; one that it does not take is lost, as on a wire.
  void write(byte[] packet) {
    try (var arena = Arena.ofConfined()) {
      var bytes = arena.allocateFrom(JAVA_BYTE, packet);
      var _ = (long) WRITE.invokeExact(file, bytes, (long) packet.length);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle find(String name, FunctionDescriptor shape, Linker.Option... options) {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), shape, options);
  }
}
