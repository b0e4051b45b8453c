--- The documents that are followed: their blocks, and what the server has said of them. All rows
--- are those of the buffer as it is now.
local lines = require('colight.lines')

local M = {}

---@class colight.Item an output, or an error
---@field row? integer of the statement; nil where that has been changed since
---@field output? table as the protocol has it
---@field error? table as the protocol has it
---@field older? boolean whether it is of an attempt before the last

---@class colight.Block
---@field id string
---@field first integer
---@field last integer
---@field kind string
---@field state string as the server says
---@field touched boolean whether its text has been changed since the server spoke of it
---@field status? string of the last result
---@field cached? boolean
---@field duration? number milliseconds
---@field items colight.Item[] what is shown
---@field live? colight.Item[] what it has put out since it runs

---@class colight.Document
---@field buffer integer
---@field client integer
---@field uri string
---@field blocks table<string, colight.Block>
---@field edits colight.Edit[] those that the server may not have heard of, and some before
---@field heard integer the newest version that the server has spoken of
---@field run_version table<integer, integer> version of a run's text
---@field unheard table<string, boolean> blocks touched by edits of which the server has not spoken
---@field state string
---@field message? string
---@field sent? table<string, { value: string, at: integer }> by block and name, where inputs went
---@field ask_again fun(document: colight.Document) asks the server for all there is

---@type table<integer, colight.Document>
local documents = {}

---@type fun(document: colight.Document, block?: colight.Block, edited?: boolean)[]
local listeners = {}

--- Has something called when a block of a document, or all of it, is to be painted anew; `edited`
--- says that the user is amid a change of its text.
function M.listen(listener)
  listeners[#listeners + 1] = listener
end

local function changed(document, block, by_user)
  for _, listener in ipairs(listeners) do
    listener(document, block, by_user)
  end
end

---@return colight.Document?
function M.get(buffer)
  return documents[buffer]
end

---@return colight.Document?
function M.of_uri(uri)
  for _, document in pairs(documents) do
    if document.uri == uri then
      return document
    end
  end
end

--- Returns the block at a line, or the last code above it.
---@return colight.Block?
function M.block_at(document, row)
  local best
  for _, block in pairs(document.blocks) do
    if block.kind == 'code' and block.first <= row and (not best or block.first > best.first) then
      best = block
    end
  end
  return best
end

--- Returns the blocks of code from the top down.
---@return colight.Block[]
function M.in_order(document)
  local all = vim.tbl_filter(function(block)
    return block.kind == 'code'
  end, vim.tbl_values(document.blocks))
  table.sort(all, function(a, b)
    return a.first < b.first
  end)
  return all
end

local function edited(document, edit)
  document.edits[#document.edits + 1] = edit
  for id, block in pairs(document.blocks) do
    local first, last, touched = lines.block_after(block.first, block.last, edit)
    if first then
      block.first, block.last = first, last
      for _, list in ipairs({ block.items, block.live or {} }) do
        for _, item in ipairs(list) do
          item.row = item.row and lines.after(item.row, edit)
        end
      end
    else
      block.items, block.live = {}, nil
      document.blocks[id] = nil
    end
    if touched then
      block.touched = true
      document.unheard[id] = true
      changed(document, block, true)
    end
  end
end

--- Forgets what was said of a document.
local function reset(document)
  document.blocks, document.edits, document.run_version = {}, {}, {}
  document.unheard, document.heard = {}, -1
  changed(document)
end

--- Begins to follow a document.
function M.follow(buffer, client_id, ask_again)
  local before = documents[buffer]
  if before then
    before.client, before.ask_again = client_id, ask_again
    reset(before)
    return
  end
  local document = {
    buffer = buffer,
    client = client_id,
    uri = vim.uri_from_bufnr(buffer),
    blocks = {},
    edits = {},
    heard = -1,
    run_version = {},
    unheard = {},
    state = 'starting',
    ask_again = ask_again,
  }
  documents[buffer] = document
  vim.api.nvim_buf_attach(buffer, false, {
    on_lines = function(_, _, tick, first, last, new_last)
      if documents[buffer] ~= document then
        return true
      end
      edited(document, { tick = tick, first = first, last = last, new_last = new_last })
    end,
    on_reload = function()
      if documents[buffer] ~= document then
        return true
      end
      reset(document)
    end,
    on_detach = function()
      M.forget(buffer)
    end,
  })
end

--- Follows a document no more.
function M.forget(buffer)
  local document = documents[buffer]
  if document then
    documents[buffer] = nil
    document.blocks = {}
    changed(document)
  end
end

--- Takes what the server says of a block over; returns the block, or nil where it is gone.
local function block(document, info, version)
  local first, last, touched =
    lines.block_now(info.range.start.line, info.range['end'].line, document.edits, version)
  if not first then
    -- Nothing is left of it by what the server says, though there was by what was known before.
    local gone = document.blocks[info.id]
    if gone then
      document.blocks[info.id], gone.items, gone.live = nil, {}, nil
      changed(document, gone)
    end
    return nil
  end
  local known = document.blocks[info.id]
    or { id = info.id, items = {}, kind = info.kind, first = first, last = last }
  known.first, known.last, known.touched = first, last, touched
  document.unheard[info.id] = touched or nil
  known.kind, known.state = info.kind, info.state
  -- Lines that belong to another block now.
  for _, item in ipairs(known.items) do
    if item.row and (item.row < first or item.row > last) then
      item.row = nil
    end
  end
  document.blocks[info.id] = known
  return known
end

--- Edits that are kept though the server has heard of them: what it says later may be of before.
local KEPT = 200

--- Notes that the server has spoken of a version.
local function heard(document, version)
  document.heard = math.max(document.heard, version)
  while #document.edits > KEPT and document.edits[1].tick <= version do
    table.remove(document.edits, 1)
  end
end

local function items(document, result, version)
  local list = {}
  local start = result.block.range.start.line
  for _, output in ipairs(result.outputs) do
    list[#list + 1] =
      { output = output, row = lines.now(start + output.line, document.edits, version) }
  end
  local err = result.error
  if err then
    local row = err.range and err.range.start.line or start
    list[#list + 1] = { error = err, row = lines.now(row, document.edits, version) }
  end
  return list
end

--- What of an older text is shown on beside an attempt that showed nothing.
local keeps = { invalid = true, blocked = true, cancelled = true, held = true }

M.handlers = {}

function M.handlers.runStart(document, params)
  heard(document, params.version)
  document.run_version = { [params.run] = params.version }
  for _, id in ipairs(params.removed) do
    document.unheard[id] = nil
    local gone = document.blocks[id]
    if gone then
      document.blocks[id], gone.items, gone.live = nil, {}, nil
      changed(document, gone)
    end
  end
  for _, info in ipairs(params.blocks) do
    local known = block(document, info, params.version)
    if known then
      known.live = nil
      changed(document, known)
    end
  end
end

function M.handlers.blockResult(document, params)
  heard(document, params.version)
  local known = block(document, params.block, params.version)
  if not known then
    return
  end
  known.live = nil
  if params.status ~= 'unchanged' then
    known.status, known.cached, known.duration = params.status, params.cached, params.durationMs
    local fresh = items(document, params, params.version)
    if keeps[params.status] and #params.outputs == 0 then
      local older = vim.tbl_filter(function(item)
        return item.output ~= nil
      end, known.items)
      for _, item in ipairs(older) do
        item.older = true
      end
      fresh = vim.list_extend(older, fresh)
    end
    known.items = fresh
  end
  changed(document, known)
end

function M.handlers.blockOutput(document, params)
  local known = document.blocks[params.block]
  local version = document.run_version[params.run]
  if not known or not version then
    return
  end
  local first = known.first
  known.state = 'running'
  known.live = known.live or {}
  local row = not known.touched and first + params.output.line or nil
  known.live[#known.live + 1] = { output = params.output, row = row }
  changed(document, known)
end

--- Takes all of a document over, as the server has it; an answer of before what it has said since
--- is asked for again.
function M.replace(document, result)
  if result.version < document.heard then
    document.ask_again(document)
    return
  end
  heard(document, result.version)
  local before = document.blocks
  document.blocks, document.unheard = {}, {}
  for _, info in ipairs(result.blocks) do
    document.blocks[info.id] = before[info.id]
    local known = block(document, info, result.version)
    if known then
      known.items, known.live = {}, nil
    end
  end
  for _, each in ipairs(result.results) do
    each.version = result.version
    M.handlers.blockResult(document, each)
  end
  changed(document)
end

--- Tells whether a block waits for news though the server knows all edits: one that was taken back
--- is none to the server, which says nothing of it.
local function overlooked(document)
  local last = document.edits[#document.edits]
  return (not last or last.tick <= document.heard) and next(document.unheard) ~= nil
end

function M.handlers.runEnd(document, params)
  heard(document, params.version)
  if params.status ~= 'superseded' then
    for _, known in pairs(document.blocks) do
      if known.live then
        known.live = nil
        changed(document, known)
      end
    end
    if overlooked(document) then
      document.ask_again(document)
    end
  end
end

function M.handlers.status(document, params)
  local before = document.state
  document.state, document.message = params.state, params.message
  if (before == 'untrusted') ~= (params.state == 'untrusted') then
    changed(document)
  end
  vim.api.nvim_exec_autocmds('User', { pattern = 'ColightStatus', modeline = false })
end

return M
