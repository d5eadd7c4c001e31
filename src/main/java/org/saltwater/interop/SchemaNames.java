package org.saltwater.interop;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Names for schemas that tell a reader of the description what they are of. Records nested in a
/// controller are named there for their neighbours alone: `Match` may mean two things, so the
/// controller's own word is put before it, and what only says that it is an answer is left out.
class SchemaNames extends TypeNameResolver {
  private static final String SUFFIX = "(Answer|Body|View)$";

  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  /// The class behind a schema's name.
  Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(named.get(name));
  }

  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    var name =
        type.getName().startsWith("org.saltwater.")
            ? ours(type)
            : super.nameForClass(type, options);
    var before = named.putIfAbsent(name, type);
    if (before != null && !before.equals(type)) {
      throw new IllegalStateException("two schemas would be called " + name);
    }
    return name;
  }

  @Override
  protected String nameForClass(JavaType type, Set<Options> options) {
    return nameForClass(type.getRawClass(), options);
  }

  private static String ours(Class<?> type) {
    var own = type.getSimpleName();
    var outer = type.getEnclosingClass();
    var plain = own.replaceFirst(SUFFIX, "").replaceFirst("Order$", "Request");
    if (outer == null) {
      return plain.isEmpty() ? own : plain;
    }
    var word = outer.getSimpleName().replaceFirst("(Api|Answers|Pages|View)$", "");
    var singular =
        word.endsWith("s") && !word.endsWith("ss")
            ? word.substring(0, word.length() - (word.endsWith("ches") ? 2 : 1))
            : word;
    if (plain.isEmpty()) {
      return singular + own;
    }
    return plain.contains(singular) ? plain : singular + plain;
  }
}
