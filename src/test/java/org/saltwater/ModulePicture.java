package org.saltwater;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModules;

/// The modules and who uses whom, as a picture that GitHub and most editors draw. An arrow is left
/// out where a longer way says the same, and `kernel` is left out because everyone uses it.
record ModulePicture(Map<String, Set<String>> uses) {

  static ModulePicture of(ApplicationModules modules) {
    var uses = new TreeMap<String, Set<String>>();
    modules.stream()
        .filter(module -> !isKernel(module.getIdentifier().toString()))
        .forEach(
            module ->
                uses.put(
                    module.getIdentifier().toString(),
                    module
                        .getDirectDependencies(modules)
                        .uniqueModules()
                        .map(used -> used.getIdentifier().toString())
                        .filter(
                            used ->
                                !isKernel(used) && !used.equals(module.getIdentifier().toString()))
                        .collect(Collectors.toCollection(TreeSet::new))));
    return new ModulePicture(uses);
  }

  String asMarkdown() {
    var lines = new StringBuilder();
    lines.append("# Modules\n\n");
    lines.append(
        "Drawn from the code by `ModulesTest`; do not edit. An arrow means *uses*. It is left out where a longer\n");
    lines.append(
        "way says the same; `kernel`, which all use, is left out too.\n\n```mermaid\ngraph TD\n");
    uses.forEach(
        (module, used) -> {
          lines.append("  ").append(module).append('\n');
          used.stream()
              .filter(
                  each ->
                      used.stream().noneMatch(other -> !other.equals(each) && reaches(other, each)))
              .forEach(
                  each ->
                      lines.append("  ").append(module).append(" --> ").append(each).append('\n'));
        });
    lines.append("```\n\n| module | uses |\n|---|---|\n");
    uses.forEach(
        (module, used) ->
            lines
                .append("| ")
                .append(module)
                .append(" | ")
                .append(String.join(", ", used))
                .append(" |\n"));
    return lines.toString();
  }

  private boolean reaches(String from, String to) {
    return uses.getOrDefault(from, Set.of()).stream()
        .anyMatch(next -> next.equals(to) || reaches(next, to));
  }

  private static boolean isKernel(String module) {
    return module.equals("kernel");
  }
}
