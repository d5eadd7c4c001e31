package org.saltwater.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Looking up who is signed in needs the store. When it is away, that is said kindly instead of
/// failing, and the page that says it does not ask again.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StoreAway extends OncePerRequestFilter {
  private static final String NOTED = StoreAway.class.getName();

  static boolean isNoted(HttpServletRequest request) {
    return request.getAttribute(NOTED) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (DataAccessException | TransactionException away) {
      if (response.isCommitted()) {
        throw away;
      }
      request.setAttribute(NOTED, true);
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }
}
