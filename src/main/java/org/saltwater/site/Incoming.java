package org.saltwater.site;

import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// What every text and every moment from outside must be, decided once, before any handler sees it:
/// text that the store can hold, and a moment that can be reckoned with. A form or a date that is
/// not gets the same answer as one that can't be read.
@Configuration(proxyBeanMethods = false)
public class Incoming implements WebMvcConfigurer {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  /// Whether PostgreSQL can keep it: no NUL, and no half of a character (RFC 3629 §3).
  public static boolean isText(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints().noneMatch(it -> it >= 0xD800 && it <= 0xDFFF);
  }

  /// Whether a week more or less, in any zone, is still a moment.
  static boolean isMoment(Instant moment) {
    var year = moment.atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  @Bean
  SimpleModule incomingJson() {
    return new SimpleModule("incoming")
        .addDeserializer(String.class, new Text())
        .addDeserializer(Instant.class, new Moment());
  }

  /// A list with nothing in one of its places is a mistake wherever it comes from.
  @Bean
  JsonMapperBuilderCustomizer noNothingInLists() {
    return mapper -> mapper.changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
  }

  /// Spring Security looks at addresses and headers anyway; here it looks at forms, too.
  @Bean
  HttpFirewall incomingForms() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterNames(Incoming::isText);
    firewall.setAllowedParameterValues(Incoming::isText);
    return firewall;
  }

  @Bean
  FilterRegistrationBean<LargestBody> largestBody() {
    var registration = new FilterRegistrationBean<>(new LargestBody());
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new MomentInAddress());
  }

  /// Tidied rather than refused: a message must not get stuck on a character cut in half.
  private static final class Text extends StringDeserializer {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
      var text = super.deserialize(json, context);
      return text == null || isText(text) ? text : tidy(text);
    }

    private static String tidy(String text) {
      var tidy = new StringBuilder(text.length());
      text.codePoints()
          .filter(it -> it != 0)
          .map(it -> it >= 0xD800 && it <= 0xDFFF ? 0xFFFD : it)
          .forEach(tidy::appendCodePoint);
      return tidy.toString();
    }
  }

  private static final class Moment extends StdScalarDeserializer<Instant> {
    Moment() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
      var moment = InstantDeserializer.INSTANT.deserialize(json, context);
      return moment == null || isMoment(moment)
          ? moment
          : (Instant)
              context.handleWeirdStringValue(
                  Instant.class, moment.toString(), "not between 1900 and 2999");
    }
  }

  /// Not a lambda: Spring reads the types off it.
  private static final class MomentInAddress implements Converter<String, Instant> {
    @Override
    public Instant convert(String text) {
      var moment = Instant.parse(text.strip());
      if (!isMoment(moment)) {
        throw new IllegalArgumentException("not between 1900 and 2999");
      }
      return moment;
    }
  }
}
