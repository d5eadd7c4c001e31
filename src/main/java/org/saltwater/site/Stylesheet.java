package org.saltwater.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Puts the files that a stylesheet imports into it, each in its layer. The browser asks once, and
/// the fingerprint in the address covers every one of them: a sheet kept for a year can never go
/// with parts from last month.
class Stylesheet extends AbstractResourceResolver {
  private static final Pattern IMPORT =
      Pattern.compile("@import url\\(([\\w./-]+)\\) layer\\((\\w+)\\);");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    var found = chain.resolveResource(request, path, locations);
    return found != null && path.endsWith(".css") ? whole(found) : found;
  }

  @Override
  protected @Nullable String resolveUrlPathInternal(
      String path, List<? extends Resource> locations, ResourceResolverChain chain) {
    return chain.resolveUrlPath(path, locations);
  }

  static Resource whole(Resource sheet) {
    try {
      var text = sheet.getContentAsString(StandardCharsets.UTF_8);
      if (!IMPORT.matcher(text).find()) {
        return sheet;
      }
      var filled = IMPORT.matcher(text).replaceAll(found -> escaped(layer(sheet, found)));
      return new Filled(sheet, filled.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String layer(Resource sheet, MatchResult found) {
    var file = found.group(1);
    try {
      var text = sheet.createRelative(file).getContentAsString(StandardCharsets.UTF_8);
      if (file.contains("/") && text.contains("url(")) {
        throw new IllegalStateException(file + ": only files beside the sheet may use url()");
      }
      return "@layer " + found.group(2) + " {\n" + text.strip() + "\n}";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  /// The filled sheet under the first one's name and date.
  private static final class Filled extends ByteArrayResource {
    private final Resource sheet;

    Filled(Resource sheet, byte[] text) {
      super(text);
      this.sheet = sheet;
    }

    @Override
    public @Nullable String getFilename() {
      return sheet.getFilename();
    }

    @Override
    public long lastModified() throws IOException {
      return sheet.lastModified();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
