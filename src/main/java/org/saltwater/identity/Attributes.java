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

/// The few things kept with a sign-in, as bytes. Reading them back makes objects of ours, of Spring
/// Security's and of plain Java only, so that whoever could write to the table could not run code.
final class Attributes {
  static final String DEVICE = "device";
  static final String LIMITS = "limits";
  static final String CONFIRMED = "confirmed";

  private static final ObjectInputFilter ONLY =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=20;maxbytes=65536;org.saltwater.**;org.springframework.security.**;"
              + "java.lang.*;java.util.*;java.time.*;java.net.URI;!*");

  private Attributes() {}

  static byte[] write(Map<String, Object> attributes) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(new HashMap<>(attributes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// What an older version wrote and this one can't read is left out: the person signs in again.
  @SuppressWarnings("unchecked")
  static Map<String, Object> read(byte[] bytes) {
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(ONLY);
      return Map.copyOf((Map<String, Object>) in.readObject());
    } catch (IOException | ClassNotFoundException e) {
      return Map.of();
    }
  }

  static @Nullable SignedIn person(Map<String, Object> attributes) {
    return attributes.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                instanceof SecurityContext context
            && context.getAuthentication() != null
            && context.getAuthentication().getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }

  static String device(Map<String, Object> attributes) {
    return attributes.get(DEVICE) instanceof String device ? device : "";
  }
}
