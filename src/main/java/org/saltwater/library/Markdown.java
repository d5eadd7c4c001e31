package org.saltwater.library;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.stereotype.Component;

/// Markdown (CommonMark, with tables) into HTML. Who writes is not trusted with script: HTML is
/// shown as it was typed, a link goes to a page, an address or a number and nowhere else, and a
/// picture is its words, so that no page asks another origin for anything.
@Component
class Markdown {
  private static final List<String> PROTOCOLS = List.of("https", "http", "mailto", "tel");
  private static final int DEEPEST = 40;

  private final Parser parser;
  private final HtmlRenderer html;
  private final TextContentRenderer plain;

  Markdown() {
    List<Extension> tables = List.of(TablesExtension.create());
    List<Extension> withAnchors =
        List.of(
            TablesExtension.create(), HeadingAnchorExtension.builder().idPrefix("part-").build());
    parser = Parser.builder().extensions(tables).build();
    html =
        HtmlRenderer.builder()
            .extensions(withAnchors)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(PROTOCOLS))
            .attributeProviderFactory(context -> Markdown::attributes)
            .nodeRendererFactory(WordsOfPictures::new)
            .build();
    plain =
        TextContentRenderer.builder()
            .extensions(tables)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();
  }

  /// @throws Refusal `invalid`, with the field `body`, if quotes or lists lie deeper in each other
  ///     than anyone can read
  Rendered render(String text) {
    var document = parser.parse(text);
    if (depth(document) > DEEPEST) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("body", "library.field.nested")));
    }
    document.accept(
        new AbstractVisitor() {
          /// The page's own title is the only one of the first rank.
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
          }
        });
    return new Rendered(html.render(document), plain.render(document));
  }

  /// Whether a link leaves this place. Browsers take a backslash for a slash.
  static boolean leadsElsewhere(String url) {
    var plain = url.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
    return plain.startsWith("//") || plain.startsWith("http:") || plain.startsWith("https:");
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link) {
      attributes.remove("rel");
      if (leadsElsewhere(attributes.getOrDefault("href", ""))) {
        attributes.put("rel", "external noreferrer");
        attributes.put("class", "elsewhere");
      }
    }
    if (tag.equals("table")) {
      attributes.put("class", "in-text");
    }
    if (tag.equals("th") || tag.equals("td")) {
      // Alignment comes as an attribute that HTML no longer knows.
      attributes.remove("align");
    }
  }

  /// Without recursion, which is what deep text would break.
  private static int depth(Node document) {
    var deepest = 0;
    var depth = 0;
    Node node = document;
    while (node != null) {
      deepest = Math.max(deepest, depth);
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        depth++;
        continue;
      }
      while (node != null && node != document && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null || node == document ? null : node.getNext();
    }
    return deepest;
  }

  private record WordsOfPictures(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node picture) {
      for (var word = picture.getFirstChild(); word != null; word = word.getNext()) {
        context.render(word);
      }
    }
  }
}
