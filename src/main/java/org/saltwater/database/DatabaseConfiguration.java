package org.saltwater.database;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
  @ConditionalOnProperty(
      name = "saltwater.database.url",
      matchIfMissing = true,
      havingValue = "none")
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

  /// A PostgreSQL elsewhere, written the way PostgreSQL's own programs write it, or as a JDBC
  /// address.
  record ExternalAddress(
      String jdbcUrl, java.util.Optional<String> user, java.util.Optional<String> password) {
    static ExternalAddress of(String url) {
      if (url.startsWith("jdbc:postgresql:")) {
        return new ExternalAddress(url, java.util.Optional.empty(), java.util.Optional.empty());
      }
      if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
        throw new DatabaseUnavailable(
            "SALTWATER_DATABASE_URL must look like postgresql://user:password@host:5432/name");
      }
      var uri = URI.create(url);
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      var port = uri.getPort() < 0 ? 5432 : uri.getPort();
      var who = uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
      return new ExternalAddress(
          "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
          who.length > 0 ? java.util.Optional.of(who[0]) : java.util.Optional.empty(),
          who.length > 1 ? java.util.Optional.of(who[1]) : java.util.Optional.empty());
    }

    @Override
    public String toString() {
      return "ExternalAddress[redacted]";
    }
  }
}
