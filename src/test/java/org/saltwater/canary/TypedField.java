package org.saltwater.canary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.saltwater.kernel.Redacted;

/// A place where somebody may send text, found by looking at the types that a handler takes.
///
/// @param path as in `account.name`, `answers.*`
record TypedField(String path) {
  /// Every text in a type, however deep.
  static List<TypedField> in(Type type, String path) {
    var found = new ArrayList<TypedField>();
    collect(type, path, found, 0);
    return found;
  }

  private static void collect(Type type, String path, List<TypedField> found, int depth) {
    if (depth > 6) {
      throw new AssertionError("a type within itself: " + path);
    }
    if (type == String.class) {
      found.add(new TypedField(path));
    } else if (type instanceof ParameterizedType generic) {
      var raw = (Class<?>) generic.getRawType();
      if (Map.class.isAssignableFrom(raw)) {
        collect(generic.getActualTypeArguments()[0], path + ".*", found, depth + 1);
        collect(generic.getActualTypeArguments()[1], path + ".*", found, depth + 1);
      } else if (Collection.class.isAssignableFrom(raw)
          || raw == Optional.class
          || raw == Redacted.class) {
        collect(generic.getActualTypeArguments()[0], path, found, depth + 1);
      }
    } else if (isOurRecord(type)) {
      for (var part : ((Class<?>) type).getRecordComponents()) {
        var longer = path.isEmpty() ? part.getName() : path + "." + part.getName();
        collect(part.getGenericType(), longer, found, depth + 1);
      }
    }
  }

  static boolean isOurRecord(Type type) {
    return type instanceof Class<?> known
        && known.isRecord()
        && Objects.toString(known.getPackageName()).startsWith("org.saltwater");
  }
}
