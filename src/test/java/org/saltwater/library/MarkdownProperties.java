package org.saltwater.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.saltwater.kernel.Refusal;

/// Whatever somebody writes, a page that shows it runs nothing and asks nobody else for anything.
@Tag("journey")
class MarkdownProperties {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][^\\s/>]*)([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"]+)(?:=\"([^\"]*)\")?");
  private static final List<String> TAGS =
      List.of(
          "p",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "a",
          "em",
          "strong",
          "code",
          "pre",
          "blockquote",
          "hr",
          "br",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td");
  private static final List<String> ATTRIBUTES =
      List.of("href", "rel", "class", "id", "title", "start");
  private static final Pattern SAFE_LINK =
      Pattern.compile("(https?:|mailto:|tel:)[^\\s]*|[^:]*|[^:/?#]*[/?#].*");

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "a <img src=x onerror=alert(1)> b",
          "<p onclick=\"alert(1)\">\n\n",
          "<style>@import url(https://example.org/a.css);</style>",
          "<iframe src=\"https://example.org\"></iframe>",
          "[a](javascript:alert(1))",
          "[a](JaVaScRiPt:alert(1))",
          "[a](&#106;avascript:alert(1))",
          "[a]( javascript:alert(1) )",
          "[a](<java\tscript:alert(1)>)",
          "[a](vbscript:x)",
          "[a](data:text/html;base64,PHNjcmlwdD4=)",
          "![a](data:image/svg+xml;base64,PHN2Zz4=)",
          "![a](https://example.org/pixel.gif)",
          "[a](/x \"t\\\" onmouseover=alert(1) x=\\\"\")",
          "[a]: javascript:alert(1)\n\n[a]",
          "<javascript:alert(1)>",
          "## <b onclick=x>h</b>",
          "|a|b|\n|:-|-:|\n|<svg/onload=x>|[x](javascript:x)|\n",
          "```\"onload=x\n</code></pre><script>\n```");

  private final Markdown markdown = new Markdown();

  @Example
  void nothingHostileGetsThrough() {
    assertThat(HOSTILE).allSatisfy(text -> assertThat(dangers(render(text))).isEmpty());
  }

  /// The control: a renderer as it comes lets nearly all of it through, and this test sees that.
  @Example
  void aRendererThatTrustsWhoWritesWouldBeFound() {
    var trusting = HtmlRenderer.builder().build();
    var parser = Parser.builder().build();
    assertThat(HOSTILE.stream().map(text -> trusting.render(parser.parse(text))))
        .filteredOn(html -> !dangers(html).isEmpty())
        .hasSizeGreaterThan(12);
  }

  @Property(tries = 400)
  void noMixtureOfThemGetsThrough(@ForAll("mixtures") String text) {
    assertThat(dangers(render(text))).isEmpty();
  }

  @Provide
  Arbitrary<String> mixtures() {
    var pieces = new ArrayList<>(HOSTILE);
    pieces.addAll(List.of("[", "](", ")", "<", ">", "\"", "`", "\n", "\n\n", "    ", "> ", "- "));
    pieces.addAll(List.of("**", "_", "&quot;", "&lt;", "javascript:", "//example.org", "\\", "a"));
    return Arbitraries.of(pieces).list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Example
  void aLinkElsewhereIsMarkedAndTellsNobodyWhereItCameFrom() {
    assertThat(render("[a](https://example.org/) and [b](/help-now)"))
        .contains(
            "<a href=\"https://example.org/\" rel=\"external noreferrer\" class=\"elsewhere\">a</a>",
            "<a href=\"/help-now\">b</a>");
    assertThat(List.of("//example.org", "\\\\example.org", "/\\example.org", "HTTP:x"))
        .allMatch(Markdown::leadsElsewhere);
    assertThat(List.of("/library", "#part", "other-page", "tel:112"))
        .noneMatch(Markdown::leadsElsewhere);
  }

  @Example
  void aPictureIsItsWordsAndTheTitleOfThePageStaysTheOnlyOne() {
    assertThat(render("![a calm sea](https://example.org/sea.png)"))
        .isEqualTo("<p>a calm sea</p>\n");
    assertThat(render("# First")).isEqualTo("<h2 id=\"part-first\">First</h2>\n");
    assertThat(markdown.render("## A\n\n- one\n- **two**").plain()).contains("one", "two");
  }

  @Example
  void whatLiesTooDeepInItselfIsRefusedAndNotAFault() {
    assertThatThrownBy(() -> markdown.render("> ".repeat(5_000) + "a")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> markdown.render("*a **b ".repeat(4_000) + "** c*".repeat(4_000)))
        .isInstanceOf(Refusal.class);
    assertThat(render("[".repeat(20_000))).contains("[[[");
  }

  @Example
  void theTopOfAFileThatCannotBeReadIsSaidWithItsLine() {
    assertThat(problem("---\ntitle: A\n")).isEqualTo("library.field.front-matter.open []");
    assertThat(problem("---\ntitle: A\nsummary: a: b\n---\nx"))
        .isEqualTo("library.field.front-matter.line [3]");
    assertThat(problem("---\nauthor: A\n---\nx"))
        .isEqualTo("library.field.front-matter.unknown [author]");
    assertThat(problem("---\ntitle:\n  a: b\n---\nx"))
        .isEqualTo("library.field.front-matter.kind [title]");
    assertThat(problem("---\nreviewer: Me\n---\nx"))
        .isEqualTo("library.field.front-matter.review [reviewer]");
    assertThat(problem("---\n- a\n---\nx")).isEqualTo("library.field.front-matter.line [2]");
    assertThat(problem("---\ntitle: !!java.net.URL [a]\n---\nx"))
        .startsWith("library.field.front-matter");
    var read =
        new ArticleForm("", "", "", "", "", "", "---\ntitle: 'No'\nlanguages: [no, 1]\n---\nText")
            .unpacked();
    assertThat(read.title()).isEqualTo("No");
    assertThat(read.languages()).isEqualTo("no 1");
    assertThat(read.body()).isEqualTo("Text");
  }

  private static String problem(String file) {
    try {
      ArticleFile.read(file);
      return "none";
    } catch (Refusal refusal) {
      var problem = refusal.fields().getFirst();
      return problem.messageKey() + " " + problem.arguments();
    }
  }

  private String render(String text) {
    return markdown.render(text).html();
  }

  private static List<String> dangers(String html) {
    var found = new ArrayList<String>();
    var tags = TAG.matcher(html);
    while (tags.find()) {
      if (!TAGS.contains(tags.group(2))) {
        found.add(tags.group());
      }
      var attributes = ATTRIBUTE.matcher(tags.group(3).replaceAll("/$", ""));
      while (attributes.find()) {
        var link = attributes.group(1).equals("href") ? attributes.group(2) : "";
        if (!ATTRIBUTES.contains(attributes.group(1))
            || link == null
            || !SAFE_LINK.matcher(link.replace("&amp;", "&")).matches()) {
          found.add(attributes.group());
        }
      }
    }
    return found;
  }
}
