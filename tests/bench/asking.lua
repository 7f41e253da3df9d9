-- What visitors do, for wrk: pages, and out of a hundred requests POSTS that send the form and SEARCHES that search.
-- wrk -s asking.lua ADDRESS -- POSTS SEARCHES PAGES FORM: two files, the first with a path a line; the second with the
-- cookie of an opened form and its fields, a line each.
local pages, cookie, fields, posts, searches = {}, nil, nil, 0, 0
local words = { "smile", "eye", "nerve", "bels palsey", "crooked mouth", "botox", "measured article", "doctor" }

function init(args)
  posts, searches = tonumber(args[1]), tonumber(args[2])
  for line in io.lines(args[3]) do pages[#pages + 1] = line end
  local form = io.open(args[4])
  if form then cookie, fields = form:read("*l", "*l") form:close() end
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
end

local function submission()
  return (("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"):gsub("x", function() return ("%x"):format(math.random(0, 15)) end))
end

function request()
  local dice = math.random() * 100
  if dice < posts then
    return wrk.format("POST", "/consultation", { ["Cookie"] = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, fields .. "&submission-id=" .. submission())
  elseif dice < posts + searches then
    return wrk.format("GET", "/search?q=" .. words[math.random(#words)]:gsub(" ", "+"), { ["Accept-Encoding"] = "gzip" })
  end
  return wrk.format("GET", pages[math.random(#pages)], { ["Accept-Encoding"] = "gzip" })
end

function done(summary, latency)
  local faults = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout + summary.errors.status
  io.write(("figures requests=%d seconds=%.3f faults=%d p50=%.2f p99=%.2f max=%.2f\n"):format(
    summary.requests, summary.duration / 1e6, faults, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
