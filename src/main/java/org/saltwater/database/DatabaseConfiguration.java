package org.saltwater.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Installation.class, DatabaseConfiguration.Settings.class})
class DatabaseConfiguration {

  /// @param url `postgresql://user:password@host:port/name` or a JDBC address; none means the
  ///     embedded one
  @ConfigurationProperties("saltwater.database")
  record Settings(@Nullable String url) {
    @Override
    public String toString() {
      return "Settings[redacted]";
    }
  }

  @Bean
  @ConditionalOnMissingBean(DataSource.class)
  @Conditional(NoAddress.class)
  EmbeddedPostgres embeddedPostgres(
      Installation installation, ObjectProvider<PostgresOnItsWay> onItsWay) {
    var started = onItsWay.getIfAvailable();
    return started == null ? EmbeddedPostgres.startIn(installation.data()) : started.await();
  }

  @Bean
  @ConditionalOnMissingBean(DataSource.class)
  HikariDataSource dataSource(Settings settings, ObjectProvider<EmbeddedPostgres> embedded) {
    var pool = pool(settings, embedded.getIfAvailable());
    pool.setPoolName("postgresql");
    pool.setMaximumPoolSize(20);
    pool.setMinimumIdle(2);
    pool.setInitializationFailTimeout(20_000);
    // No statement of ours runs that long: it is PostgreSQL, or the network, that hangs.
    pool.addDataSourceProperty("socketTimeout", "20");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }

  @Bean
  StoreWatch storeWatch(DataSource dataSource) throws SQLException {
    if (dataSource instanceof WatchedPool pool) {
      return pool.watch();
    }
    var pool = dataSource.unwrap(HikariDataSource.class);
    return new StoreWatch(
        pool.getJdbcUrl(),
        Objects.toString(pool.getUsername(), ""),
        Objects.toString(pool.getPassword(), ""));
  }

  private static WatchedPool pool(Settings settings, @Nullable EmbeddedPostgres embedded) {
    if (embedded != null) {
      return new WatchedPool(embedded.url("postgres"), embedded.user(), embedded.password());
    }
    var address = ExternalAddress.of(settings.url() == null ? "" : settings.url());
    return new WatchedPool(
        address.jdbcUrl(), address.user().orElse(""), address.password().orElse(""));
  }

  /// A setting that is there and empty, as in a file of settings to fill in, is none.
  static final class NoAddress implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return isMissing(context.getEnvironment());
    }

    static boolean isMissing(PropertyResolver settings) {
      return !StringUtils.hasText(settings.getProperty("saltwater.database.url"));
    }
  }
}
