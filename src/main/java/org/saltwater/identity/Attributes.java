package org.saltwater.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.SignedIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// The few things kept with a sign-in, by the names that Spring Session and Spring Security keep
// them
/// under, whose shape is a map. Reading them back makes objects of ours, of Spring
/// Security's and of plain Java only, so that whoever could write to the table could not run code.
record Attributes(Map<String, Object> values) {
  static final Attributes NONE = new Attributes(Map.of());
  static final String DEVICE = "device";
  static final String LIMITS = "limits";
  static final String CONFIRMED = "confirmed";

  private static final ObjectInputFilter ONLY =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=20;maxbytes=65536;org.saltwater.**;org.springframework.security.**;"
              + "java.lang.*;java.util.*;java.time.*;java.net.URI;!*");

  Attributes {
    values = Map.copyOf(values);
  }

  byte[] write() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(values));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// What an older version wrote and this one can't read is left out: the person signs in again.
  @SuppressWarnings("unchecked")
  static Attributes read(byte[] bytes) {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ONLY);
      return new Attributes((Map<String, Object>) in.readObject());
    } catch (IOException | ClassNotFoundException e) {
      return NONE;
    }
  }

  @Nullable SignedIn person() {
    return values.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                instanceof SecurityContext context
            && context.getAuthentication() != null
            && context.getAuthentication().getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }

  String device() {
    return values.get(DEVICE) instanceof String device ? device : "";
  }

  @Override
  public String toString() {
    return "Attributes[redacted]";
  }
}
