package org.saltwater.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// What stands whatever happens: it needs neither the store nor to know who asks. The help page
/// above all.
public final class Standing {
  static final List<String> FOLDERS = List.of("css", "js", "fonts", "images");
  private static final List<String> PAGES = List.of("/help-now", "/health", "/favicon.ico");

  private Standing() {}

  public static boolean covers(HttpServletRequest request) {
    var path = request.getRequestURI();
    return PAGES.contains(path)
        || FOLDERS.stream().anyMatch(folder -> path.startsWith("/" + folder + "/"));
  }
}
