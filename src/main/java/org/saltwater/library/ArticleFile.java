package org.saltwater.library;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.site.Incoming;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// An article as a file: what it is in YAML between two lines of `---`, then Markdown.
///
/// ```
/// ---
/// title: Why people cry
/// summary: Three kinds of tears.
/// topic: tears
/// authors: [The makers of Saltwater]
/// languages: [en]
/// sources:
///   - Bylsma and others, 2008.
/// ---
/// Your eyes make tears all day long.
/// ```
///
/// A shipped one also says when it was changed (`modified`) and, once a clinician has reviewed it,
/// by whom and when (`reviewer`, `licence`, `reviewed`, `next-review`).
record ArticleFile(Map<String, List<String>> front, String body) {
  private static final Pattern TOP =
      Pattern.compile("\\A---[ \\t]*\\n(.*?\\n)?---[ \\t]*(\\n|\\z)", Pattern.DOTALL);
  private static final Set<String> OF_A_TEXT =
      Set.of("title", "summary", "topic", "authors", "languages", "sources");
  private static final Set<String> OF_A_SHIPPED_ONE =
      Set.of("modified", "reviewer", "licence", "reviewed", "next-review");

  static boolean hasFrontMatter(String text) {
    return text.startsWith("---\n") || text.startsWith("--- ");
  }

  /// @throws Refusal `invalid`, with the field `body`, if the top of it can't be read, or says
  ///     something that nobody asked for. A review is not taken from a file: it happens here.
  static ArticleFile read(String text) {
    var file = readShipped(text);
    file.front().keySet().stream()
        .filter(OF_A_SHIPPED_ONE::contains)
        .findFirst()
        .ifPresent(
            key -> {
              throw refusal("library.field.front-matter.review", key);
            });
    return file;
  }

  static ArticleFile readShipped(String text) {
    var top = TOP.matcher(text);
    if (!top.find()) {
      throw refusal("library.field.front-matter.open");
    }
    var front = front(Objects.requireNonNullElse(top.group(1), ""));
    front.keySet().stream()
        .filter(key -> !OF_A_TEXT.contains(key) && !OF_A_SHIPPED_ONE.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw refusal("library.field.front-matter.unknown", key);
            });
    return new ArticleFile(front, text.substring(top.end()));
  }

  ArticleForm typed() {
    return new ArticleForm(
        said("title"),
        said("summary"),
        said("topic"),
        said("authors"),
        said("languages").replace('\n', ' '),
        said("sources"),
        body);
  }

  /// Of several values, one a line; empty if it says nothing.
  String said(String key) {
    return String.join("\n", front.getOrDefault(key, List.of()));
  }

  /// @throws DateTimeParseException if there is none
  LocalDate day(String key) {
    return LocalDate.parse(said(key));
  }

  private static Map<String, List<String>> front(String yaml) {
    try {
      var read = reader().compose(new StringReader(yaml));
      if (read == null) {
        return Map.of();
      }
      if (!(read instanceof MappingNode map)) {
        throw refusal("library.field.front-matter.line", 2);
      }
      var front = new HashMap<String, List<String>>();
      for (var each : map.getValue()) {
        var key = key(each.getKeyNode());
        if (front.putIfAbsent(key, values(key, each.getValueNode())) != null) {
          throw refusal("library.field.front-matter.twice", key);
        }
      }
      return Map.copyOf(front);
    } catch (MarkedYAMLException unreadable) {
      var mark = unreadable.getProblemMark();
      throw refusal("library.field.front-matter.line", mark == null ? 2 : mark.getLine() + 2);
    } catch (YAMLException unreadable) {
      throw refusal("library.field.front-matter.line", 2);
    }
  }

  private static String key(Node node) {
    if (node instanceof ScalarNode scalar && Incoming.isText(scalar.getValue())) {
      return scalar.getValue();
    }
    throw refusal("library.field.front-matter.line", node.getStartMark().getLine() + 2);
  }

  private static List<String> values(String key, Node value) {
    return value instanceof SequenceNode list
        ? list.getValue().stream().map(each -> word(key, each)).toList()
        : List.of(word(key, value));
  }

  /// Words and nothing else: no binary, number or set that a tag asks for, and nothing that the
  // store
  /// can't keep.
  private static String word(String key, Node value) {
    if (value instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.STR)
        && Incoming.isText(scalar.getValue())) {
      return scalar.getValue();
    }
    throw refusal("library.field.front-matter.kind", key);
  }

  /// Only takes apart, and makes no objects. Every value stays as it was written: no dates, numbers
  /// or yes and no of YAML's own.
  private static Yaml reader() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(5);
    var dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options),
        new Representer(dumping),
        dumping,
        options,
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {}
        });
  }

  private static Refusal refusal(String key, Object... arguments) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem("body", key, List.of(arguments))));
  }
}
