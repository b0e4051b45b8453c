--- Paints results and states into a buffer, block by block.
local config = require('colight.config')
local phrases = require('colight.phrases')
local text = require('colight.text')

local M = {}

local namespace = vim.api.nvim_create_namespace('colight')
local hidden = {} ---@type table<integer, boolean> buffers in which nothing is painted

---@type table<integer, table<string, integer[]>> marks by buffer and block
local marks = {}

---@type table<integer, integer> the cells that there were for text, by buffer
local widths = {}

local GAP = '  '
local INDENT = '   '
local STALE = ' (stale)'
local RUNNING = '…'

--- Of what does not fit beside its code, so many cells are shown there; else it goes below.
local FEWEST = 16

--- Stands beside the first line of a document that must not run.
local UNTRUSTED = { '  not trusted, so nothing runs; :ColightTrust lets it', 'ColightSignHeld' }

local signs = {
  queued = 'ColightSignQueued',
  running = 'ColightSignRunning',
  fresh = 'ColightSignFresh',
  stale = 'ColightSignStale',
  held = 'ColightSignHeld',
  blocked = 'ColightSignBlocked',
  error = 'ColightSignError',
}

---@class colight.Row what is painted at a line
---@field values string[]
---@field written string
---@field stderr boolean
---@field error? string
---@field error_group? string
---@field below string[][] lines with their groups
---@field stale boolean whether the values and what was written are of an older text
---@field stale_error boolean
---@field running? boolean

---@return colight.Row
local function row_of(rows, row)
  rows[row] = rows[row] or { values = {}, written = '', stderr = false, below = {}, stale = false }
  return rows[row]
end

local function below(row, lines, group)
  local max = config.current.virtual_lines.max_lines
  for i = 1, math.min(#lines, max) do
    row.below[#row.below + 1] = { lines[i], group }
  end
  if #lines > max then
    row.below[#row.below + 1] =
      { ('… %d more lines: :ColightResults'):format(#lines - max), 'ColightMore' }
  end
end

local function add(row, output)
  local streams = output.kind == 'stdout' or output.kind == 'stderr'
  local lines = text.output(output)
  local label = output.name and output.kind == 'value' and output.name or nil
  if streams then
    row.written = row.written .. (output.mime['text/plain'] or '')
    row.stderr = row.stderr or output.kind == 'stderr'
  elseif #lines > 1 and config.current.virtual_lines.enabled then
    row.values[#row.values + 1] = { name = label, text = output.type or '↓' }
    below(row, lines, 'ColightValue')
  else
    local line = text.line(table.concat(lines, '\n'))
    local short = text.short(line, output.type, config.current.virtual_text.max_width)
    row.values[#row.values + 1] = { name = label, text = short }
  end
end

local function written(row)
  local lines = text.lines(row.written)
  local group = row.stderr and 'ColightStderr' or 'ColightOutput'
  if #lines == 1 then
    return { '▸ ' .. lines[1], group }
  elseif config.current.virtual_lines.enabled then
    below(row, lines, group)
    return nil
  end
  return { '▸ ' .. text.line(table.concat(lines, '\n')), group }
end

--- Returns what there is to show of a row, in parts that can be cut; what follows each cannot.
---@param row colight.Row
---@return { text: string, group: string, after: string }[]
local function parts_of(row)
  local parts = {}
  local function part(content, group, stale)
    local cut = text.cut(content, config.current.virtual_text.max_width)
    local shown = { text = cut, group = group, after = '' }
    if stale then
      shown.group, shown.after = 'ColightStale', STALE
    end
    parts[#parts + 1] = shown
  end
  if #row.values > 0 then
    local values = {}
    for _, value in ipairs(row.values) do
      local named = #row.values > 1 and value.name
      values[#values + 1] = named and value.name .. ' = ' .. value.text or value.text
    end
    part('⇒ ' .. table.concat(values, ', '), 'ColightValue', row.stale)
  end
  local output = row.written ~= '' and written(row)
  if output then
    part(output[1], output[2], row.stale)
  end
  if row.error then
    part(row.error, row.error_group, row.stale_error)
  end
  if row.running then
    part(RUNNING, 'ColightSignRunning')
  end
  return parts
end

--- Returns the chunks of a row, cut to a number of cells where they need more; nil where fewer
--- would be left of one than are asked for.
local function chunks(parts, cells, fewest)
  local width = vim.fn.strdisplaywidth
  local left = cells
  for _, part in ipairs(parts) do
    left = left - #GAP - width(part.after)
  end
  local result = {}
  for i, part in ipairs(parts) do
    local room = math.max(0, math.floor(left / (#parts - i + 1)))
    local needed = width(part.text)
    if needed > room and room < fewest then
      return nil
    end
    local cut = text.cut(part.text, room)
    left = left - width(cut)
    result[#result + 1] = { GAP .. cut, part.group }
    if part.after ~= '' then
      result[#result + 1] = { part.after, part.group }
    end
  end
  return result
end

--- Returns how many cells there are for text in the windows that show a buffer, and whether they
--- wrap lines. The narrowest counts.
local function text_width(buffer)
  local narrowest, wrap = vim.o.columns, true
  for _, window in ipairs(vim.fn.win_findbuf(buffer)) do
    local info, options = vim.fn.getwininfo(window)[1], vim.wo[window]
    local numbers = 0
    if options.number or options.relativenumber then
      local digits = #tostring(vim.api.nvim_buf_line_count(buffer))
      numbers = math.max(options.numberwidth, digits + 1)
    end
    -- Signs may be yet to come.
    local offset = math.max(info.textoff, numbers + (options.signcolumn:match('^auto') and 2 or 0))
    narrowest = math.min(narrowest, info.width - offset)
    wrap = wrap and options.wrap
  end
  return math.max(1, narrowest), wrap
end

--- Returns how many cells are left at the end of a line.
local function room_after(buffer, row, cells, wrap)
  local line = vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1] or ''
  local used = vim.fn.strdisplaywidth(line)
  -- Neovim puts a space between.
  return cells - 1 - (wrap and used > 0 and (used - 1) % cells + 1 or used)
end

local function mark(buffer, row, options)
  options.strict = false
  -- An undo brings text back, not what was shown beside it.
  options.undo_restore = false
  return vim.api.nvim_buf_set_extmark(buffer, namespace, row, 0, options)
end

local function paint_rows(buffer, block, ids)
  local rows = {}
  for _, item in ipairs(block.live or block.items) do
    local row = item.row and row_of(rows, item.row)
    if row and item.error then
      row.error = phrases.error_mark(block) .. ' ' .. text.line(phrases.error(item.error))
      row.error_group = block.state == 'held' and 'ColightSignHeld' or 'ColightError'
      row.stale_error = phrases.stale(block, item)
    elseif row then
      row.stale = phrases.stale(block, item)
      add(row, item.output)
    end
  end
  if block.state == 'running' then
    row_of(rows, block.last).running = true
  end
  local cells, wrap = text_width(buffer)
  widths[buffer] = cells
  for at, row in pairs(rows) do
    local parts = parts_of(row)
    local lines = vim.tbl_map(function(line)
      local cut = text.cut(line[1], cells - #INDENT)
      return { { INDENT .. cut, row.stale and 'ColightStale' or line[2] } }
    end, row.below)
    local options = { virt_text_pos = 'eol', hl_mode = 'combine' }
    if config.current.virtual_text.enabled and #parts > 0 then
      options.virt_text = chunks(parts, room_after(buffer, at, cells, wrap), FEWEST)
      if not options.virt_text and config.current.virtual_lines.enabled then
        table.insert(lines, 1, vim.list_extend({ { ' ' } }, chunks(parts, cells - 1, 0) or {}))
      end
    end
    if #lines > 0 then
      options.virt_lines = lines
    end
    if options.virt_text or options.virt_lines then
      ids[#ids + 1] = mark(buffer, at, options)
    end
  end
end

local function erase(buffer, id)
  for _, known in ipairs(marks[buffer] and marks[buffer][id] or {}) do
    vim.api.nvim_buf_del_extmark(buffer, namespace, known)
  end
  if marks[buffer] then
    marks[buffer][id] = nil
  end
end

--- Paints a block of a document as it is now.
local function paint_block(document, block)
  local buffer = document.buffer
  erase(buffer, block.id)
  if document.blocks[block.id] ~= block or block.kind ~= 'code' or hidden[buffer] then
    return
  end
  local ids = {}
  local sign = config.current.signs and config.current.signs[phrases.state(block)]
  if sign and sign ~= '' then
    ids[1] = mark(buffer, block.first, {
      sign_text = sign,
      sign_hl_group = signs[phrases.state(block)],
      -- Diagnostics have 10. That of a block that is held says no more than its text does.
      priority = phrases.state(block) == 'held' and 11 or 5,
    })
  end
  paint_rows(buffer, block, ids)
  marks[buffer] = marks[buffer] or {}
  marks[buffer][block.id] = ids
end

---@type table<colight.Block, colight.Document> blocks that are to be painted when an edit is over
local waiting = {}

--- Erases a block at once, and paints it when the edit is over: amid an undo, Neovim has changed
--- lines already, and moves marks later.
local function paint_later(document, block)
  erase(document.buffer, block.id)
  if not next(waiting) then
    vim.schedule(function()
      local all = waiting
      waiting = {}
      for known, of in pairs(all) do
        M.paint(of, known)
      end
    end)
  end
  waiting[block] = document
end

--- Paints a block, or all of a document.
---@param document colight.Document
---@param block? colight.Block
---@param edited? boolean whether this is amid an edit
function M.paint(document, block, edited)
  if not vim.api.nvim_buf_is_valid(document.buffer) then
    marks[document.buffer] = nil
  elseif block and edited then
    paint_later(document, block)
  elseif block then
    paint_block(document, block)
  else
    vim.api.nvim_buf_clear_namespace(document.buffer, namespace, 0, -1)
    marks[document.buffer] = nil
    for _, known in pairs(document.blocks) do
      paint_block(document, known)
    end
    if document.state == 'untrusted' and not hidden[document.buffer] then
      mark(document.buffer, 0, { virt_text = { UNTRUSTED }, virt_text_pos = 'eol' })
    end
  end
end

--- Paints a document anew where its windows have become wider or narrower.
function M.resized(document)
  if widths[document.buffer] and widths[document.buffer] ~= text_width(document.buffer) then
    M.paint(document)
  end
end

--- Hides what is painted in a buffer, or shows it again; returns whether it is shown.
function M.toggle(document)
  hidden[document.buffer] = not hidden[document.buffer] or nil
  M.paint(document)
  return not hidden[document.buffer]
end

return M
