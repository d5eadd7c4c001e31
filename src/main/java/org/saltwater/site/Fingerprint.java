package org.saltwater.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.DigestUtils;

/// One name for the content of all files of a folder.
final class Fingerprint {
  private Fingerprint() {}

  static String of(String folder) {
    try {
      var files =
          new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/*.js");
      var each =
          Stream.of(files)
              .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
              .map(Fingerprint::digest)
              .toList();
      return DigestUtils.md5DigestAsHex(String.join("", each).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Resource file) {
    try (var content = file.getInputStream()) {
      return DigestUtils.md5DigestAsHex(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
