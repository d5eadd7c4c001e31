# The same model by another way: each client's hours after the first, all at once, are one draw from a normal distribution given the
# first; its likelihood is maximized by a general optimizer. Base R, no packages. Nothing here knows of deviations or means.
#   Rscript src/test/resources/insight/likelihood.R src/test/resources/insight/hours.csv
hours <- read.csv(commandArgs(trailingOnly = TRUE)[1])
p <- 3
ids <- unique(hours$client)
w <- lapply(ids, function(i) as.matrix(hours[hours$client == i, 3:5]))
middle <- colMeans(do.call(rbind, w))
unit <- apply(do.call(rbind, w), 2, sd)
w <- lapply(w, function(it) sweep(sweep(it, 2, middle), 2, unit, "/"))
steps <- nrow(w[[1]]) - 1

symmetric <- function(v) { m <- matrix(0, p, p); m[lower.tri(m, TRUE)] <- v; m + t(m) - diag(diag(m)) }
lower <- function(v) { m <- matrix(0, p, p); m[lower.tri(m, TRUE)] <- v; diag(m) <- exp(diag(m)); m }
minus <- function(x) {
  phi <- matrix(x[1:9], p); delta <- x[10:12]; constant <- x[13:15]; before <- matrix(x[16:24], p)
  new <- tcrossprod(lower(x[25:30])); level <- symmetric(x[31:36])
  # W(t+1) = a sum of what came before: the first hour, the levels, and each step's news
  total <- steps * p
  share <- matrix(0, total, p); news <- matrix(0, total, total)
  power <- diag(p); sum <- diag(p); powers <- list(power)
  for (s in seq_len(steps)) {
    rows <- (s - 1) * p + 1:p
    share[rows, ] <- sum
    for (r in seq_len(s)) news[rows, (r - 1) * p + 1:p] <- powers[[s - r + 1]]
    power <- power %*% phi; powers[[s + 1]] <- power; sum <- sum + power
  }
  spread <- share %*% level %*% t(share) + news %*% kronecker(diag(steps), new) %*% t(news)
  root <- tryCatch(chol(spread), error = function(e) NULL)
  if (is.null(root)) return(1e10)
  value <- 0
  trend <- news %*% as.vector(outer(delta, seq_len(steps) - 1))
  for (it in w) {
    first <- it[1, ]
    mean <- trend + share %*% (constant + before %*% first)
    for (s in seq_len(steps)) mean[(s - 1) * p + 1:p] <- mean[(s - 1) * p + 1:p] + powers[[s + 1]] %*% first
    off <- backsolve(root, as.vector(t(it[-1, ])) - mean, transpose = TRUE)
    value <- value + sum(off^2) / 2 + sum(log(diag(root)))
  }
  value
}
x <- c(diag(.3, p), rep(0, 6), rep(0, 9), log(rep(.7, 1)), 0, 0, log(.7), 0, log(.7), .3, 0, 0, .3, 0, .3)
for (again in 1:12) {
  was <- minus(x)
  x <- optim(x, minus, method = "BFGS", control = list(maxit = 500, reltol = 1e-14))$par
  if (was - minus(x) < 1e-9) break
}
phi <- matrix(x[1:9], p) * outer(unit, 1 / unit)
dimnames(phi) <- list(paste("next", names(hours)[3:5]), names(hours)[3:5])
print(round(phi, 5))
cat("minus log likelihood", format(minus(x), digits = 10), "\n")
