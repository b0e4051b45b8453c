--- Short texts, the same wherever they are shown.
local M = {}

--- Returns a duration in the unit that suits it.
function M.duration(millis)
  if millis < 1 then
    return '<1 ms'
  elseif millis < 1000 then
    return ('%d ms'):format(millis)
  elseif millis < 60000 then
    return ('%.1f s'):format(math.floor(millis / 100) / 10)
  end
  local seconds = math.floor(millis / 1000)
  return ('%d min %d s'):format(math.floor(seconds / 60), seconds % 60)
end

--- Returns what went wrong.
function M.error(err)
  if not err.type then
    return err.message
  end
  local type = err.type:match('[^.]*$')
  return err.message == err.type and type or type .. ': ' .. err.message
end

local ran = { ok = true, error = true, timeout = true }

--- Tells whether a block has to run again before what came of it last is true.
local function behind(block)
  return block.touched
    or block.state == 'queued'
    or block.state == 'running'
    or (block.state ~= 'fresh' and ran[block.status] == true)
end

--- Tells whether an output or an error of a block is of an older text, or of values that are no
--- more.
---@param block colight.Block
---@param item colight.Item
function M.stale(block, item)
  return item.older or (not block.live and behind(block))
end

--- Returns the state of a block by the names of the signs.
---@return string
function M.state(block)
  if block.state == 'running' or block.state == 'queued' or block.state == 'held' then
    return block.state
  end
  if block.touched then
    return 'queued'
  end
  if block.status == 'error' or block.status == 'invalid' or block.status == 'timeout' then
    return 'error'
  end
  if block.status == 'blocked' then
    return 'blocked'
  end
  return block.state
end

--- Returns what stands before the error of a block: one that is held has done nothing wrong.
function M.error_mark(block)
  return block.state == 'held' and '⏸' or '✗'
end

local words = {
  ok = '✓ %s',
  error = '✗ failed after %s',
  invalid = '✗ does not compile',
  blocked = '⊘ blocked',
  held = '⏸ held',
  cancelled = 'cancelled',
  timeout = '✗ stopped after %s',
}

--- Returns the state of a block in words, with its time where it ran.
function M.block(block)
  if block.touched or block.state == 'queued' then
    return 'queued'
  elseif block.state == 'running' then
    return 'running …'
  elseif block.state == 'held' then
    return 'held'
  elseif not block.status then
    return 'not run'
  end
  if block.state == 'stale' and ran[block.status] then
    return 'changed, not run'
  end
  local text = (words[block.status] or block.status):format(M.duration(block.duration or 0))
  return block.cached and text .. ' · cached' or text
end

local server = {
  idle = 'idle',
  starting = 'starting …',
  resolving = 'resolving …',
  running = 'running …',
  untrusted = 'not trusted',
  failed = 'failed',
}

--- Returns what goes on in a document.
function M.status(document)
  local failed = 0
  for _, block in pairs(document.blocks) do
    local state = M.state(block)
    if state == 'error' or state == 'blocked' then
      failed = failed + 1
    end
  end
  local text = server[document.state] or document.state
  return failed > 0 and ('%s ✗%d'):format(text, failed) or text
end

return M
