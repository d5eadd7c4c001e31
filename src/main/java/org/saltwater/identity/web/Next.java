package org.saltwater.identity.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where to go after signing in. Only a path of our own: anything else would let a link to our
/// sign-in page end on a page that looks like ours.
final class Next {
  static final String HOME = "/home";

  private Next() {}

  static String safe(@Nullable String wanted) {
    if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
      return HOME;
    }
    try {
      var uri = URI.create(wanted);
      boolean ours = uri.getScheme() == null && uri.getRawAuthority() == null;
      boolean plain = wanted.chars().allMatch(each -> each > ' ' && each < 127 && each != '\\');
      return ours && plain && !wanted.startsWith("/sign-") ? wanted : HOME;
    } catch (IllegalArgumentException e) {
      return HOME;
    }
  }
}
