-- The figures of a round for run.sh, in milliseconds.
function done(summary, latency)
  local faults = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout + summary.errors.status
  io.write(("figures requests=%d seconds=%.3f faults=%d p50=%.2f p99=%.2f max=%.2f\n"):format(
    summary.requests, summary.duration / 1e6, faults, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
