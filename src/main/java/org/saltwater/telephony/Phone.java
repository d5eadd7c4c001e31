package org.saltwater.telephony;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The practice's trunk: an account with a telephone company that speaks SIP over UDP. Without a
/// trunk there is no telephone.
///
/// @param trunk the company's server, such as `sip:sip.phone.example:5060`
/// @param user the name for signing in (digest, RFC 8760); empty if the company knows us by our
///     address
/// @param number our own number, which people see who are called, in E.164: `+49305550100`
/// @param bind the address and port where the company's server reaches us; without an address, the
///     one from which it is reached
/// @param address what others reach us at if that is not `bind`, as behind NAT; browsers too
/// @param rtpPorts UDP ports for sound; each call takes one, and each browser in it one
/// @param prompt a recording that callers hear while they enter their PIN: raw G.711 µ-law, 8 kHz;
///     without it, two soft notes
/// @param register whether the company has to be told again and again where we are (RFC 3261 §10),
///     because the account is not bound to our address
@ConfigurationProperties("saltwater.phone")
public record Phone(
    @DefaultValue("") String trunk,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String number,
    @DefaultValue(":5060") String bind,
    @DefaultValue("") String address,
    @DefaultValue("16384-16583") String rtpPorts,
    @DefaultValue("") String prompt,
    boolean register) {
  private static final Pattern TRUNK =
      Pattern.compile("sip:([A-Za-z0-9.\\-]{1,253})(?::(\\d{1,5}))?");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{1,14}");
  private static final Pattern BIND = Pattern.compile("([A-Za-z0-9.\\-]{0,253}):(\\d{1,5})");
  private static final Pattern PORTS = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

  /// @throws IllegalArgumentException if a part cannot be what it should be
  public Phone {
    if (!trunk.isEmpty()) {
      check(TRUNK.matcher(trunk).matches(), "trunk: like sip:sip.phone.example:5060");
      check(NUMBER.matcher(number).matches(), "number: + and digits, as in +49305550100");
      check(BIND.matcher(bind).matches(), "bind: an address and a port, or :5060");
      check(PORTS.matcher(rtpPorts).matches(), "rtp-ports: a range, as in 16384-16583");
      check(!register || !user.isEmpty(), "register: needs a user");
      check(user.isEmpty() == password.isEmpty(), "user and password belong together");
    }
  }

  boolean isConfigured() {
    return !trunk.isEmpty();
  }

  String trunkHost() {
    return group(TRUNK, trunk, 1);
  }

  int trunkPort() {
    var port = TRUNK.matcher(trunk).results().findFirst().orElseThrow().group(2);
    return port == null ? 5060 : Integer.parseInt(port);
  }

  String bindHost() {
    return group(BIND, bind, 1);
  }

  int bindPort() {
    return Integer.parseInt(group(BIND, bind, 2));
  }

  int firstRtpPort() {
    return Integer.parseInt(group(PORTS, rtpPorts, 1));
  }

  int lastRtpPort() {
    return Integer.parseInt(group(PORTS, rtpPorts, 2));
  }

  private static String group(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().findFirst().orElseThrow().group(group);
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("saltwater.phone." + what);
    }
  }

  @Override
  public String toString() {
    return isConfigured() ? "Phone[configured]" : "Phone[none]";
  }
}
