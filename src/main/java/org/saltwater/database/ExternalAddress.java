package org.saltwater.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.postgresql.Driver;

/// A PostgreSQL elsewhere, written the way PostgreSQL's own programs write it, or as a JDBC
/// address. What was given is never repeated in a message: it may hold the password.
record ExternalAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
  private static final String JDBC = "jdbc:postgresql:";
  private static final int DEFAULT_PORT = 5432;

  /// @throws DatabaseUnavailable if it is no address of a PostgreSQL
  static ExternalAddress of(String url) {
    var given = url.strip();
    // The driver would name what stands there as a wrong port, in its log.
    if (given.startsWith(JDBC) && given.replaceFirst("[?].*", "").contains("@")) {
      throw unreadable();
    }
    var address =
        given.startsWith(JDBC)
            ? new ExternalAddress(given, Optional.empty(), Optional.empty())
            : read(given);
    if (Driver.parseURL(address.jdbcUrl(), null) == null) {
      throw unreadable();
    }
    return address;
  }

  private static ExternalAddress read(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException itsMessageHoldsTheInput) {
      throw unreadable();
    }
    var ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!ours || uri.getHost() == null) {
      throw unreadable();
    }
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    var who = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    return new ExternalAddress(
        JDBC + "//" + uri.getHost() + ":" + port + uri.getRawPath() + query,
        part(who, 0),
        part(who, 1));
  }

  private static Optional<String> part(String[] who, int index) {
    // Unlike in a form, a plus is a plus.
    return index < who.length
        ? Optional.of(URLDecoder.decode(who[index].replace("+", "%2B"), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static DatabaseUnavailable unreadable() {
    return new DatabaseUnavailable(
        "SALTWATER_DATABASE_URL must look like postgresql://user:password@host:5432/name. In user and"
            + " password, write anything but letters and figures as %XX.");
  }

  @Override
  public String toString() {
    return "ExternalAddress[redacted]";
  }
}
