package org.saltwater.site;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.database.StoreWatch;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/// The outermost filter: when the store cannot be reached, whoever asked is told so kindly,
/// wherever the failure came from. Sign-ins are read from the store by filters, long before any
/// controller.
class StoreOutage implements Filter {
  private final StoreWatch watch;
  private final OutageAnswer answer;

  StoreOutage(StoreWatch watch, OutageAnswer answer) {
    this.watch = watch;
    this.answer = answer;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)
        || !(response instanceof HttpServletResponse given)) {
      chain.doFilter(request, response);
      return;
    }
    if (watch.isAway() && !Standing.covers(asked)) {
      answer.write(asked, given);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException failure) {
      if (!isOfTheStore(failure)) {
        throw failure;
      }
      watch.doubt();
      if (given.isCommitted()) {
        throw failure;
      }
      given.reset();
      answer.write(asked, given);
    }
  }

  /// SQLSTATE class 08 is a broken connection; 57P01 to 57P03 are PostgreSQL stopping or starting
  /// (PostgreSQL's manual, appendix A).
  static boolean isOfTheStore(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(
            cause ->
                cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException sql && isBroken(sql.getSQLState())));
  }

  private static boolean isBroken(@Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
