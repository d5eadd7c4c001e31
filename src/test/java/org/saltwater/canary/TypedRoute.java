package org.saltwater.canary;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A route with what may be sent to it.
///
/// @param body what its JSON is read into, or null if it takes none
/// @param fields names and types of what it takes from a form or the address
record TypedRoute(
    String method,
    String path,
    List<Audience> audiences,
    @Nullable Type body,
    Map<String, Type> fields,
    Map<String, Type> headers) {

  static List<TypedRoute> listAll(RequestMappingHandlerMapping mapping) {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(it -> it.getValue().getBeanType().getName().startsWith("org.saltwater."))
        .flatMap(it -> of(it.getKey(), it.getValue()).stream())
        .sorted(Comparator.comparing(TypedRoute::name))
        .toList();
  }

  private static List<TypedRoute> of(RequestMappingInfo info, HandlerMethod handler) {
    var methods = info.getMethodsCondition().getMethods();
    var found = new ArrayList<TypedRoute>();
    for (var path : info.getPatternValues()) {
      for (var method :
          methods.isEmpty() ? List.of("GET") : methods.stream().map(Enum::name).toList()) {
        found.add(of(method, path, handler));
      }
    }
    return found;
  }

  private static TypedRoute of(String method, String path, HandlerMethod handler) {
    var fields = new java.util.TreeMap<String, Type>();
    var headers = new java.util.TreeMap<String, Type>();
    Type body = null;
    for (var parameter : handler.getMethod().getParameters()) {
      var type = parameter.getParameterizedType();
      if (parameter.isAnnotationPresent(RequestBody.class)) {
        body = type;
      } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
        var header = parameter.getAnnotation(RequestHeader.class);
        headers.put(nameOf(parameter, header.name(), header.value()), type);
      } else if (parameter.isAnnotationPresent(ModelAttribute.class)) {
        for (var part : ((Class<?>) type).getRecordComponents()) {
          fields.put(part.getName(), part.getGenericType());
        }
      } else if (parameter.isAnnotationPresent(RequestParam.class)) {
        var field = parameter.getAnnotation(RequestParam.class);
        var name = nameOf(parameter, field.name(), field.value());
        fields.put(Map.class.isAssignableFrom(parameter.getType()) ? "*" : name, type);
      } else if (isBoundUnsaid(parameter)) {
        fields.put(parameter.getName(), type);
      }
    }
    return new TypedRoute(method, path, audiences(handler), body, fields, headers);
  }

  /// Spring reads a plain parameter without an annotation from the form too.
  private static boolean isBoundUnsaid(Parameter parameter) {
    var type = parameter.getType();
    return parameter.getAnnotations().length == 0
        && type != SignedIn.class
        && type != Locale.class
        && type != UUID.class
        && !type.getPackageName().startsWith("jakarta.")
        && !type.getPackageName().startsWith("org.springframework.")
        && !parameter.isAnnotationPresent(PathVariable.class)
        && !HttpServletRequest.class.isAssignableFrom(type);
  }

  private static String nameOf(Parameter parameter, String name, String value) {
    return !name.isEmpty() ? name : !value.isEmpty() ? value : parameter.getName();
  }

  private static List<Audience> audiences(HandlerMethod handler) {
    Method method = handler.getMethod();
    var on = AnnotatedElementUtils.findMergedAnnotation(method, For.class);
    var found =
        on == null
            ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), For.class)
            : on;
    return found == null ? List.of() : List.of(found.value());
  }

  String name() {
    return method + " " + path;
  }

  boolean changesSomething() {
    return !method.equals("GET");
  }

  /// Whether its fields travel in the address: browsers, proxies and logs remember those.
  boolean sendsFieldsInAddress() {
    return !changesSomething() || body != null;
  }

  /// Every text it takes, named as in the reviewed list.
  List<String> listTexts() {
    var found = new ArrayList<String>();
    fields.forEach(
        (field, type) ->
            TypedField.in(type, field)
                .forEach(it -> found.add(name() + " ?" + it.path().replace("*.*", "*"))));
    if (body != null) {
      TypedField.in(body, "")
          .forEach(it -> found.add(name() + " " + (it.path().isEmpty() ? "(body)" : it.path())));
    }
    headers.forEach(
        (header, type) ->
            TypedField.in(type, header).forEach(it -> found.add(name() + " header " + header)));
    return found.stream().distinct().toList();
  }
}
