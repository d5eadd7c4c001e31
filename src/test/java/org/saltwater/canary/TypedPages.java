package org.saltwater.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields that a person sees: in the templates, and the questions that are answered in words.
final class TypedPages {
  private static final Path TEMPLATES = Path.of("src", "main", "jte");
  private static final Pattern PART =
      Pattern.compile("@template\\.part\\.(?:field|textarea)\\(page = page, name = ([^,]+),");
  private static final Pattern PLAIN =
      Pattern.compile(
          "<(?:textarea|input)(?![^>]*type=\"(?:hidden|radio|checkbox|submit|\\$\\{type})\")([^>]*)>");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");

  private TypedPages() {}

  static List<String> listInputs() throws IOException {
    var found = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(it -> it.toString().endsWith(".jte")).sorted().toList()) {
        var template = TEMPLATES.relativize(file).toString().replace(".jte", "");
        if (!template.startsWith("part/")) {
          inputs(Files.readString(file))
              .forEach(name -> found.add("page " + template + " " + name));
        }
      }
    }
    return found.stream().distinct().toList();
  }

  private static List<String> inputs(String template) {
    var found = new ArrayList<String>();
    PART.matcher(template).results().forEach(it -> found.add(it.group(1).replace("\"", "")));
    PLAIN
        .matcher(template)
        .results()
        .forEach(
            it -> {
              var name = NAME.matcher(it.group(1));
              if (name.find()) {
                found.add(name.group(1));
              }
            });
    return found;
  }

  /// The link ids of the questions that are answered in one's own words.
  static List<String> listQuestions() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.list(Path.of("src", "main", "resources", "questionnaires"))) {
      for (var file : files.sorted().toList()) {
        questions(JsonMapper.shared().readTree(Files.readString(file)), found);
      }
    }
    return found.stream().distinct().toList();
  }

  private static void questions(JsonNode item, List<String> found) {
    var type = item.path("type").asString("");
    if (type.equals("text") || type.equals("string") || type.equals("open-choice")) {
      found.add("question " + item.path("linkId").asString());
    }
    item.path("item").forEach(each -> questions(each, found));
  }

  /// What a browser may say over the socket.
  static List<String> listFrames() throws ClassNotFoundException {
    var messages = Class.forName("org.saltwater.messaging.live.Said");
    var calls = Class.forName("org.saltwater.sessions.video.Said");
    return Stream.of(messages, calls)
        .flatMap(said -> Stream.of(said.getPermittedSubclasses()))
        .flatMap(
            frame ->
                TypedField.in(frame, "").stream()
                    .map(it -> "socket " + frame.getSimpleName() + " " + it.path()))
        .toList();
  }
}
