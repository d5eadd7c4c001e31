package org.saltwater.notifications;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which addresses we let ourselves be sent to. A browser names its push service, but anyone can
/// send us such a name, so it must not lead into our own network: only https, only by name, only on
/// the usual port, and only to addresses that everybody can reach (RFC 6890).
///
/// Between looking a name up and connecting it could change. What then answers would still have to
/// show a certificate for that name, so nothing of ours is spoken to.
@Component
class PushEndpoint {
  private static final int LONGEST = 1_000;
  private static final int HTTPS = 443;

  /// Labels with letters, so that no number in any notation passes for a name.
  private static final Pattern NAME =
      Pattern.compile("(?i)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  private static final List<String> NAMES_OF_OUR_OWN =
      List.of(".local", ".localhost", ".internal", ".lan", ".home.arpa", ".intranet");

  private final boolean loopback;

  /// @param loopback whether a service on this machine is let through too: for tests
  PushEndpoint(@Value("${saltwater.push.loopback:false}") boolean loopback) {
    this.loopback = loopback;
  }

  /// @throws Refusal `invalid` if it could not be a push service's
  URI read(String text) {
    try {
      var endpoint = URI.create(text);
      if (text.length() <= LONGEST && (isOutside(endpoint) || isLoopback(endpoint))) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Refusal(
        GeneralProblem.INVALID,
        List.of(new FieldProblem("endpoint", "notifications.field.endpoint")));
  }

  /// Whether its name leads outside, now.
  ///
  /// @throws UnknownHostException if nobody knows the name
  boolean leadsOutside(URI endpoint) throws UnknownHostException {
    return isLoopback(endpoint)
        || (isOutside(endpoint) && arePublic(InetAddress.getAllByName(endpoint.getHost())));
  }

  /// One address inside is enough to lead there.
  static boolean arePublic(InetAddress... addresses) {
    return Arrays.stream(addresses).allMatch(PushEndpoint::isPublic);
  }

  private static boolean isOutside(URI endpoint) {
    var host = endpoint.getHost();
    return "https".equals(endpoint.getScheme())
        && endpoint.getUserInfo() == null
        && (endpoint.getPort() == -1 || endpoint.getPort() == HTTPS)
        && host != null
        && NAME.matcher(host).matches()
        && NAMES_OF_OUR_OWN.stream().noneMatch(own -> host.toLowerCase(Locale.ROOT).endsWith(own));
  }

  private boolean isLoopback(URI endpoint) {
    return loopback && "127.0.0.1".equals(endpoint.getHost());
  }

  /// Not for one network only, nor for none (RFC 6890, RFC 4193, RFC 6598).
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    var bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return bytes.length == 4
        ? isPublic(first, second, bytes[2] & 0xff)
        // Only what has been given out at all, and of that no way back into IPv4 or a tunnel.
        : (first & 0xe0) == 0x20
            && !(first == 0x20 && second == 0x02)
            && !(first == 0x20 && second == 0x01 && (bytes[2] & 0xff) < 0x02);
  }

  private static boolean isPublic(int first, int second, int third) {
    return first != 0
        && !(first == 100 && (second & 0xc0) == 64)
        && !(first == 192 && second == 0 && (third == 0 || third == 2))
        && !(first == 198 && (second & 0xfe) == 18)
        && first < 240;
  }
}
