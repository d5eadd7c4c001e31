package org.saltwater.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saltwater.kernel.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The articles under `resources/library`. One that can't be read stops the start, and so the
/// build.
@Component
class ShippedArticles {
  private final Map<String, ShippedArticle> bySlug = new TreeMap<>();

  ShippedArticles() throws IOException {
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath:library/*.md")) {
      add(read(file));
    }
  }

  final void add(ShippedArticle article) {
    bySlug.put(article.slug(), article);
  }

  Optional<ShippedArticle> find(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  Collection<ShippedArticle> list() {
    return bySlug.values();
  }

  private static ShippedArticle read(Resource file) {
    var name = String.valueOf(file.getFilename());
    try {
      return ShippedArticle.of(
          name.replace(".md", ""), file.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Refusal unreadable) {
      throw new IllegalStateException(name + ": " + unreadable.fields(), unreadable);
    }
  }
}
